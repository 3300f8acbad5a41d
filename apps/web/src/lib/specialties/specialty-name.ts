import { i18n, type MessageDescriptor } from '@lingui/core';

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
