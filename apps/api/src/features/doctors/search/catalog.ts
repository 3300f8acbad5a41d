import { createHash } from 'node:crypto';
import * as en from '@health-connect/contract/specialties/en';
import * as es from '@health-connect/contract/specialties/es';
import { SPECIALTIES, type Specialty, type SpecialtyCatalog } from '@health-connect/contract/specialties/keys';
import { isOneSlip, mayBeMistyped, slipsOf, wordsOf } from '../../../lib/search-words.js';

/** People search in the language that they think in, whatever the page speaks: each catalog counts for all. */
const CATALOGS: SpecialtyCatalog[] = [en, es];
const LONGEST_PHRASE = 4;

const folded = (text: string) =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(' ');

const specialtiesByPhrase = new Map<string, Specialty[]>();
const wordsBySpecialty = new Map<Specialty, string[]>();
for (const specialty of SPECIALTIES) {
  const names = CATALOGS.flatMap(({ labels, words }) => [labels[specialty], ...words[specialty]]).map(folded);
  for (const phrase of new Set(names))
    specialtiesByPhrase.set(phrase, [...(specialtiesByPhrase.get(phrase) ?? []), specialty]);
  wordsBySpecialty.set(
    specialty,
    [...new Set(names)].filter((phrase) => !phrase.includes(' ')),
  );
}

const vocabulary = new Set([...specialtiesByPhrase.keys()].flatMap((phrase) => phrase.split(' ')));
const wordsBySlip = new Map<string, string[]>();
for (const word of vocabulary)
  for (const slip of slipsOf(word)) wordsBySlip.set(slip, [...(wordsBySlip.get(slip) ?? []), word]);
const fillers = new Set(CATALOGS.flatMap((catalog) => catalog.fillers.map(folded)));

/** Changes with the catalogs: what was kept by an older one is made anew. */
export const CATALOG_VERSION = createHash('sha256').update(JSON.stringify(CATALOGS)).digest('hex').slice(0, 12);

export const isFiller = (word: string): boolean => fillers.has(word);
export const isVocabulary = (word: string): boolean => vocabulary.has(word);

/** The single words that mean a specialty. */
export const wordsFor = (specialty: Specialty): string[] => wordsBySpecialty.get(specialty)!;

/** The words of the catalogs of which this one is a typing error. */
export function corrections(word: string): string[] {
  if (!mayBeMistyped(word)) return [];
  const near = new Set(slipsOf(word).flatMap((slip) => wordsBySlip.get(slip) ?? []));
  return [...near].filter((known) => isOneSlip(word, known));
}

export interface Span {
  at: number;
  length: number;
  /** The longest phrase that the catalogs know here; none where they know nothing. */
  specialties: Specialty[];
}

/** Cuts words into the longest phrases that mean a specialty, and the words between them. */
export function spansOf(words: readonly string[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += spans.at(-1)!.length) spans.push(spanAt(words, at));
  return spans;
}

function spanAt(words: readonly string[], at: number): Span {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const specialties = specialtiesByPhrase.get(words.slice(at, at + length).join(' '));
    if (specialties) return { at, length, specialties };
  }
  return { at, length: 1, specialties: [] };
}

/** The one specialty that a text as a whole means, such as `cardiologist`; null for free text. */
export function specialtyNamed(text: string): Specialty | null {
  const found = specialtiesByPhrase.get(folded(text)) ?? [];
  return found.length === 1 ? found[0]! : null;
}

/** The name under which doctors with this text are counted: that of the specialty, or the text itself. */
export function labelOf(text: string): string {
  const specialty = specialtyNamed(text);
  return specialty ? en.labels[specialty] : text;
}

/** The specialties that a folded word means by itself. */
export const wordsMean = (word: string): Specialty[] => specialtiesByPhrase.get(word) ?? [];
