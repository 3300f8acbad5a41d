import type { Understood } from '@health-connect/contract/doctors';
import { labels } from '@health-connect/contract/specialties/en';
import type { Specialty } from '@health-connect/contract/specialties/keys';
import type { QueryFilter } from 'mongoose';
import { DoctorModel, type DoctorRecord, SEARCH_INDEX } from '../../../db/accounts.js';
import { isOneSlip, mayBeMistyped, type Typed, wordsOf } from '../../../lib/search-words.js';
import { LISTED } from '../../availability/policy.js';
import { corrections, isFiller, isVocabulary, type Span, spansOf, wordsMean } from './catalog.js';
import { freshenSearchKeys, isWordKey, slipKeys, specialtyKey } from './keys.js';

type Filter = QueryFilter<DoctorRecord>;

/** What a search is taken to mean. The list shows the doctors of one tier after those of the one before. */
export interface Reading {
  tiers: Filter[];
  /** The number of the first of these tiers; a place in the list names its tier by it. */
  firstTier: number;
  /** Every doctor of every tier. */
  all: Filter;
  understood: Understood[];
}

/** Words as they stand and the beginnings of words; after that come those that allow for typing errors. */
const MISTYPED_TIER = 2;
const TIERS = MISTYPED_TIER + 1;
const MAX_PARTS = 5;
/** Of so many doctors at most, the words are looked through for what a mistyped one could mean. */
const MOST_ALIKE = 100;
const NOBODY: Filter = { _id: { $in: [] } };
/** Above every letter. */
const LAST = '\u{10ffff}';

export const isTier = (tier: number): boolean => Number.isInteger(tier) && tier >= 0 && tier < TIERS;

/** A word of the search, or several that mean a specialty together. */
interface Part {
  typed: string;
  word: string;
  specialties: Specialty[];
  isPhrase: boolean;
}

/**
 * Reads a search: accents, case and punctuation do not count, lay and professional words mean their specialty, and where
 * nobody is found one letter of each word may be wrong. `tier`: the list is gone on with in it.
 */
export async function understand(q: string, tier?: number): Promise<Reading> {
  if (q.trim() === '') return { tiers: [{}], firstTier: 0, all: {}, understood: [] };
  await freshenSearchKeys();
  const words = wordsOf(q);
  const folded = words.map(({ word }) => word);
  const literal = asWritten(partsOf(words, spansOf(folded), folded));
  const isFound =
    tier === undefined
      ? await DoctorModel.exists({ ...LISTED, ...literal.all }).hint(SEARCH_INDEX)
      : tier < MISTYPED_TIER;
  return isFound ? literal : asMeant(words);
}

function asWritten(parts: Part[]): Reading {
  const exact = every(parts.map((part) => oneOf(exactKeys(part))));
  const all = every(parts.map(beginsLike));
  const isOpen = parts.some(({ specialties }) => specialties.length === 0);
  return {
    tiers: isOpen ? [exact, { $and: [all, { $nor: [exact] }] }] : [exact],
    firstTier: 0,
    all,
    understood: noted(parts),
  };
}

/** With a letter of each word wrong. */
async function asMeant(words: Typed[]): Promise<Reading> {
  const likely = words.map(({ word }) => (isVocabulary(word) ? word : (corrections(word)[0] ?? word)));
  const spans = spansOf(likely).flatMap((span) => asTyped(words, span));
  const parts = partsOf(words, spans, likely);
  const meant = await Promise.all(
    parts.map(async (part) =>
      part.specialties.length > 0 ? [] : [...corrections(part.word), ...(await alike(part.word))],
    ),
  );
  const all = every(
    parts.map((part, at) => (meant[at]!.length > 0 ? oneOf([part.word, ...meant[at]!]) : beginsLike(part))),
  );
  const taken = parts.map((part, at) => ({
    ...part,
    specialties: [...part.specialties, ...meant[at]!.flatMap(wordsMean)],
  }));
  const guessed = parts.filter((_part, at) => meant[at]!.length > 0 && taken[at]!.specialties.length === 0);
  return {
    tiers: [all],
    firstTier: MISTYPED_TIER,
    all,
    understood: [...noted(taken), ...guessed.map(({ typed }) => ({ typed, specialties: [] }))],
  };
}

/** Only phrases are worth correcting as a whole; a single word may mean several things, which are looked at one by one. */
function asTyped(words: Typed[], span: Span): Span[] {
  return span.length > 1 ? [span] : spansOf([words[span.at]!.word]).map((one) => ({ ...one, at: span.at }));
}

/** The words that doctors have and that differ from this one by a letter. */
async function alike(word: string): Promise<string[]> {
  if (!mayBeMistyped(word)) return [];
  const found = await DoctorModel.find({ ...LISTED, searchKeys: { $in: slipKeys(word) } }, { searchKeys: 1 })
    .hint(SEARCH_INDEX)
    .limit(MOST_ALIKE)
    .lean<Pick<DoctorRecord, 'searchKeys'>[]>();
  const keys = new Set(found.flatMap(({ searchKeys = [] }) => searchKeys));
  return [...keys].filter((key) => isWordKey(key) && isOneSlip(word, key)).slice(0, MOST_ALIKE);
}

function partsOf(words: Typed[], spans: Span[], likely: string[]): Part[] {
  const telling = spans.filter(({ at, specialties }) => specialties.length > 0 || !isFiller(likely[at]!));
  return (telling.length > 0 ? telling : spans).slice(0, MAX_PARTS).map(({ at, length, specialties }) => ({
    typed: words
      .slice(at, at + length)
      .map(({ typed }) => typed)
      .join(' '),
    word: words[at]!.word,
    specialties,
    isPhrase: length > 1,
  }));
}

const every = (filters: Filter[]): Filter => (filters.length > 0 ? { $and: filters } : NOBODY);
const oneOf = (keys: string[]): Filter => ({ searchKeys: { $in: [...new Set(keys)] } });

const exactKeys = ({ word, specialties, isPhrase }: Part): string[] => [
  ...specialties.map(specialtyKey),
  ...(isPhrase ? [] : [word]),
];

/** Who looks for skin does not look for Skinner: only words that mean nothing yet may be the beginning of one. */
const beginsLike = (part: Part): Filter =>
  part.specialties.length > 0
    ? oneOf(exactKeys(part))
    : { searchKeys: { $elemMatch: { $gte: part.word, $lt: part.word + LAST } } };

/** What is worth telling: where a word was taken for a specialty of another name. */
const noted = (parts: Part[]): Understood[] =>
  parts
    .filter(({ specialties }) => specialties.length > 0)
    .map(({ typed, specialties }) => ({ typed, specialties: [...new Set(specialties)].map((one) => labels[one]) }))
    .filter(({ typed, specialties }) => specialties.join().toLowerCase() !== typed.toLowerCase());
