import { i18n, type MessageDescriptor } from '@lingui/core';
import { language } from '../time.js';

let words: Readonly<Record<string, MessageDescriptor>> = {};

/** Comes along with every language but English, in which specialties are stored. */
export async function loadSpecialtyWords(): Promise<void> {
  words = (await import('./specialty-words.js')).SPECIALTY_WORDS;
}

/** A specialty in the reader's language; what a doctor typed freely stays as it was typed. */
export function specialtyName(stored: string): string {
  const word = Object.hasOwn(words, stored) ? words[stored] : undefined;
  return word ? i18n._(word) : stored;
}

/** As it is stored: the listed specialty that somebody named in their language, or what they typed. */
export function storedSpecialty(typed: string): string {
  const isTyped = (stored: string) => isSame(specialtyName(stored), typed);
  return Object.keys(words).find(isTyped) ?? typed;
}

const isSame = (a: string, b: string) => a.localeCompare(b, language(), { sensitivity: 'base' }) === 0;

/** Languages that write nouns with a capital wherever they stand. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);

/** The same within a sentence: `cardiology`. */
export function specialtyInSentence(stored: string): string {
  const name = specialtyName(stored);
  return CAPITAL_NOUNS.has(language()) ? name : name.toLocaleLowerCase(language());
}
