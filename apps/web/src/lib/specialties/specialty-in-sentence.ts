import { i18n } from '@lingui/core';
import { specialtyName } from './specialty-name.js';

/** Languages that write nouns with a capital wherever they stand. */
const CAPITAL_NOUNS = new Set(['de', 'lb']);

/** A specialty within a sentence: `cardiology`. */
export function specialtyInSentence(stored: string): string {
  const name = specialtyName(stored);
  return CAPITAL_NOUNS.has(i18n.locale) ? name : name.toLocaleLowerCase(i18n.locale);
}
