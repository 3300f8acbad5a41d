import { LRUCache } from 'lru-cache';

const EVENTS_PER_SECOND = 60;
const BURST = 240;
/** With so many refused events not worn off by time, it is not a person any more. */
const TOLERATED = 1000;
/** Beyond so many people, who was quiet for longest is forgotten, and begins anew. */
const REMEMBERED = 20_000;

interface Bucket {
  tokens: number;
  at: number;
  refused: number;
}

const buckets = new LRUCache<string, Bucket>({ max: REMEMBERED });

/**
 * A token bucket for all sockets of a person at this process, so that more tabs are not more room. `refused`: too fast;
 * `cut`: they will not stop, and the socket is to be closed.
 */
export function takeToken(userId: string, time = performance.now()): 'taken' | 'refused' | 'cut' {
  const bucket = buckets.get(userId) ?? { tokens: BURST, at: time, refused: 0 };
  buckets.set(userId, bucket);
  const regained = ((time - bucket.at) / 1000) * EVENTS_PER_SECOND;
  bucket.tokens = Math.min(BURST, bucket.tokens + regained);
  // Worn off by time and not by the next event that is let through: at 500 events a second every eighth one is.
  bucket.refused = Math.max(0, bucket.refused - regained);
  bucket.at = time;
  if (bucket.tokens >= 1) {
    bucket.tokens -= 1;
    return 'taken';
  }
  bucket.refused += 1;
  return bucket.refused > TOLERATED ? 'cut' : 'refused';
}
