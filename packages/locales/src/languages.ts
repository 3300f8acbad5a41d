/** A language that pages and mails can be read in. */
export interface Language {
  /** IETF tag (BCP 47): `en`, `pt`, `ar`. */
  tag: string;
  /** What those who speak it call it: `Español`. */
  name: string;
  dir: 'ltr' | 'rtl';
}

/** The language that the source is written in: complete by its nature, and what the others fall back to. */
export const SOURCE_LANGUAGE = 'en';

/** Made from the English texts for tests: longer, accented, and read from the right. No person is offered it. */
export const PSEUDO_LANGUAGE = 'ar-XB';

/** Scripts written from right to left (Unicode UAX #9), of the languages with the most speakers. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

export const directionOf = (tag: string): Language['dir'] =>
  RIGHT_TO_LEFT.has(new Intl.Locale(tag).language) ? 'rtl' : 'ltr';

/** What a language calls itself, with its first letter as a list of names has it. */
function nameOf(tag: string): string {
  const [first = '', ...rest] = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return first.toLocaleUpperCase(tag) + rest.join('');
}

export const languageOf = (tag: string): Language => ({ tag, name: nameOf(tag), dir: directionOf(tag) });

/**
 * The first of `wanted` that there is, by its language alone where its region is not there (`es-MX` reads `es`),
 * or English.
 * @param wanted tags as a browser lists them, the dearest first; what is no tag is passed over
 */
export function bestOf(wanted: readonly string[], offered: readonly string[]): string {
  for (const tag of wanted) {
    const found = offered.find((one) => one === tag) ?? offered.find((one) => one === languageCode(tag));
    if (found) return found;
  }
  return SOURCE_LANGUAGE;
}

function languageCode(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}
