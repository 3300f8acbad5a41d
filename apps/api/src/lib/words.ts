import { languages } from '@health-connect/locales/catalogs';

const tags = new Set(languages());

/** Whether there are words in it: a tag of one of the catalogs. */
export const isLanguage = (tag: string): boolean => tags.has(tag);
