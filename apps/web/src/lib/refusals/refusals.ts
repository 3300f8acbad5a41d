import { withWords } from '../language/language.js';
import type * as RefusalWords from './refusal-words.js';

type Words = typeof RefusalWords;

let words: Words | null = null;

/**
 * Loads the words for refusals, which few pages ever need: before the first refusal is thrown, so that whoever catches it
 * has them. Where that fails there are general ones.
 */
export async function loadRefusalWords(): Promise<void> {
  words ??= await withWords(['refusals'], () => import('./refusal-words.js')).catch(() => null);
}

/** Null where none came yet, or they could not be loaded. */
export const loadedRefusalWords = (): Words | null => words;
