import { i18n } from '@lingui/core';
import { SPECIALTY_WORDS } from './specialty-words.js';

const read = ([stored, word]: (typeof LISTED)[number]) => ({ stored, name: i18n._(word) });
const LISTED = Object.entries(SPECIALTY_WORDS);

/** The listed specialties as the reader's language names and orders them. */
export const listedSpecialties = (): string[] =>
  LISTED.map((one) => read(one).name).sort(new Intl.Collator(i18n.locale).compare);

/** As it is stored: the listed specialty that somebody named in their language, or what they typed. */
export function storedSpecialty(typed: string): string {
  const { compare } = new Intl.Collator(i18n.locale, { sensitivity: 'base' });
  return LISTED.map(read).find(({ name }) => compare(name, typed) === 0)?.stored ?? typed;
}

