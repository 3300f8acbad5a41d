const KEEP_MS = 3000;
const MOST = 200;

interface Kept {
  value: Promise<unknown>;
  until: number;
}

const kept = new Map<string, Kept>();

/**
 * Remembers, for three seconds and in this process only, a figure that many ask for and that decides nothing.
 * Those who ask at once share one query; a failure is not remembered.
 */
export function briefly<T>(key: string, load: () => Promise<T>, time = performance.now()): Promise<T> {
  const known = kept.get(key);
  if (known && known.until > time) return known.value as Promise<T>;
  if (kept.size >= MOST) kept.clear();
  // A query starts each time it is awaited; a promise of it starts once.
  const value = Promise.resolve(load());
  kept.set(key, { value, until: time + KEEP_MS });
  value.catch(() => kept.delete(key));
  return value;
}
