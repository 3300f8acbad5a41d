import { i18n, type MessageDescriptor } from '@lingui/core';
import { SPECIALTY_WORDS } from './specialty-words.js';

interface ListedSpecialty {
  /** Its English name. */
  stored: string;
  /** As the reader's language has it. */
  name: string;
}

const read = ([stored, word]: [string, MessageDescriptor]): ListedSpecialty => ({ stored, name: i18n._(word) });

/** The listed specialties, as the reader's language names and orders them. */
export function listedSpecialties(): ListedSpecialty[] {
  const { compare } = new Intl.Collator(i18n.locale);
  return Object.entries(SPECIALTY_WORDS)
    .map(read)
    .sort((a, b) => compare(a.name, b.name));
}

/** As it is stored: the listed specialty that somebody named in their language, or what they typed. */
export function storedSpecialty(typed: string): string {
  const { compare } = new Intl.Collator(i18n.locale, { sensitivity: 'base' });
  return listedSpecialties().find(({ name }) => compare(name, typed) === 0)?.stored ?? typed;
}
