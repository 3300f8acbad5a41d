import { LRUCache } from 'lru-cache';
import { now } from '../../lib/clock.js';

const KEEP_MS = 1000;
const MOST = 200;

interface Kept {
  value: unknown;
  /** On the product's clock: until then it holds. */
  holdsUntil: number;
}

/** For a second on the machine's own clock. Those who ask at once share one query. */
const kept = new LRUCache<string, Kept, () => Promise<Kept>>({
  max: MOST,
  ttl: KEEP_MS,
  fetchMethod: (_key, _known, { context: load }) => load(),
  // Whoever waits for an answer gets it, also where it is forgotten meanwhile.
  ignoreFetchAbort: true,
});

/**
 * Remembers, for a second and in this process only, an answer that many ask for and that decides nothing. `until` says
 * how long the answer itself holds (epoch ms).
 */
export async function briefly<T>(key: string, load: () => PromiseLike<T>, until?: (value: T) => number): Promise<T> {
  const known = kept.get(key);
  if (known && now() < known.holdsUntil) return known.value as T;
  const context = async (): Promise<Kept> => {
    const value = await load();
    return { value, holdsUntil: until?.(value) ?? Infinity };
  };
  const { value } = await kept.forceFetch(key, { context, forceRefresh: known !== undefined });
  return value as T;
}
