import { now } from '../../lib/clock.js';

const KEEP_MS = 1000;
const MOST = 200;

interface Kept {
  value: Promise<unknown>;
  /** On the machine's own clock: until then it is remembered. */
  keepUntil: number;
  /** On the product's clock: until then it holds. */
  holdsUntil: number;
}

const kept = new Map<string, Kept>();

/**
 * Remembers, for a second and in this process only, an answer that many ask for and that decides nothing. Those who
 * ask at once share one query. `until` says how long the answer itself holds (epoch ms).
 */
export function briefly<T>(key: string, load: () => Promise<T>, until?: (value: T) => number): Promise<T> {
  const known = kept.get(key);
  if (known && performance.now() < known.keepUntil && now() < known.holdsUntil) return known.value as Promise<T>;
  if (kept.size >= MOST) kept.clear();
  // A query starts each time it is awaited; a promise of it starts once.
  const value = Promise.resolve(load());
  const entry: Kept = { value, keepUntil: performance.now() + KEEP_MS, holdsUntil: Infinity };
  kept.set(key, entry);
  value.then(
    (answer) => (entry.holdsUntil = until?.(answer) ?? Infinity),
    () => kept.delete(key),
  );
  return value;
}
