/** Letters that Unicode does not take apart into a plain one and a mark, as people without them on the keyboard type them. */
const PLAIN: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
};
const COMPOSITE = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Marks that people leave out: accents, Hebrew points, Arabic vowel signs. Those of other scripts are letters. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const NO_LETTER = /[^\p{L}\p{N}\p{M}]+/gu;
/** What stands inside a word and is left out of it: O'Brien, Hawai‘i. */
const APOSTROPHES = /['’‘ʼʻ`´]/g;
const WORD = /[\p{L}\p{N}\p{M}'’‘ʼʻ`´]+/gu;
/** Dots inside an abbreviation: G.P., E.N.T. */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu;
/** Scripts that put no space between words: there a word may begin at any sign. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const LONGEST_WORD = 40;
const MOST_BEGINNINGS = 20;
const SHORTEST_MISTYPED = 4;

export interface Typed {
  /** As it was typed. */
  typed: string;
  /** Lower case, without accents and apostrophes: how words are compared. */
  word: string;
}

/** A word as it is compared: `Søren` and `soren` are the same, so are `O’Brien` and `obrien`. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(COMPOSITE, (letter) => PLAIN[letter]!)
    .replace(NO_LETTER, '')
    .normalize('NFC')
    .slice(0, LONGEST_WORD);

/** The words of a text; whatever is neither letter nor digit only separates them. */
export function wordsOf(text: string): Typed[] {
  const parts = text.replace(INITIALS, (initials) => initials.replaceAll('.', '')).match(WORD) ?? [];
  return parts.map((typed) => ({ typed, word: fold(typed) })).filter(({ word }) => word !== '');
}

/**
 * The words under which a text is found by the beginning of one: also the parts of `Jean-Luc` and `O’Brien`, both
 * written together, and in scripts without spaces whatever a word may begin with.
 */
export function searchWordsOf(text: string): string[] {
  const chunks = text.split(/\s+/).flatMap((chunk) => {
    const parts = chunk.replace(APOSTROPHES, '-').split('-').map(fold);
    return [...wordsOf(chunk).map(({ word }) => word), ...parts, fold(chunk)];
  });
  return [...new Set(chunks.flatMap(beginnings))].filter(Boolean);
}

function beginnings(word: string): string[] {
  if (!UNSPACED.test(word)) return [word];
  const signs = [...word].slice(0, MOST_BEGINNINGS);
  return signs.map((_sign, at) => signs.slice(at).join(''));
}

/** Whether a word is long enough for one wrong letter to leave it recognisable. */
export const mayBeMistyped = (word: string): boolean => [...word].length >= SHORTEST_MISTYPED;
/** Whether a mistyped word could have been meant to be this one, which may be a letter shorter. */
export const mayBeMeant = (word: string): boolean => [...word].length >= SHORTEST_MISTYPED - 1;

/**
 * The word, and it with each letter left out. Two words that differ by one letter, or by two that changed places, have
 * one of these in common; a few others have too, so look with `isOneSlip` as well.
 */
export function slipsOf(word: string): string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_letter, at) => letters.toSpliced(at, 1).join(''))])];
}

/** Whether one letter more, less or another, or two neighbours exchanged, makes the one word into the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (long.length - short.length > 1) return false;
  const start = long.findIndex((letter, at) => letter !== short[at]);
  const same = (from: number, to: number) => short.slice(from).join('') === long.slice(to).join('');
  if (short.length < long.length) return same(start, start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return same(start + 1, start + 1) || (swapped && same(start + 2, start + 2));
}
