const LANGUAGES = ['en', 'es'];

/** Whether there are words in it: a tag of one of the catalogs. */
export const isLanguage = (tag: string): boolean => LANGUAGES.includes(tag);
