import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { listOf } from '../write.js';
import { language } from './language.js';

/** Of these Unicode's tables have no names (but an English one of the first). */
const SIGNED: Record<string, MessageDescriptor> = {
  ase: msg`American Sign Language`,
  asf: msg`Australian Sign Language`,
  bfi: msg`British Sign Language`,
  bzs: msg`Brazilian Sign Language`,
  fsl: msg`French Sign Language`,
  ins: msg`Indian Sign Language`,
  mfs: msg`Mexican Sign Language`,
  nzs: msg`New Zealand Sign Language`,
};

/** A language as the reader calls it within a sentence: `Spanish`, in Spanish `español`. @param tag ISO 639 or IETF */
export function languageName(tag: string): string {
  const signed = SIGNED[tag];
  if (signed) return i18n._(signed);
  if (known?.tag !== language()) {
    known = { tag: language(), names: new Intl.DisplayNames([language()], { type: 'language' }) };
  }
  return known.names.of(tag) ?? tag;
}

/** Made once for each language that the page is read in. */
let known: { tag: string; names: Intl.DisplayNames } | undefined;

/** The same where it stands by itself, as in a list to choose from: `Español`. */
export function languageLabel(tag: string): string {
  const [first = '', ...rest] = languageName(tag);
  return first.toLocaleUpperCase(language()) + rest.join('');
}

/** `Speaks English, Spanish`; empty where nothing is known. */
export function speaks(tags: readonly string[]): string {
  if (tags.length === 0) return '';
  const spoken = listOf(tags.map(languageName));
  return t`Speaks ${spoken}`;
}
