import { env } from '../env.js';
import { type Count, counterNamed } from '../lib/counter.js';
import { refused } from './errors.js';

interface Declaration {
  /** Names it among all limits: what is counted under one name is counted together, over all processes. */
  name: string;
  /** So many within the window. */
  limit: number;
  windowSeconds: number;
  /** What happened; it carries when to come back. */
  reason?: 'too_often' | 'too_many_guesses';
}

export type Limit = ReturnType<typeof limitOf>;

const UNCOUNTED: Count = { count: 0, restMs: 0 };

/**
 * A limit for use cases and socket events, by a key that one person alone can use up: `await bookings.take(user.id)`.
 * Counted over all server processes with REDIS_URL, by this one alone while Redis is away; never with RATE_LIMIT=off.
 */
export function limitOf({ name, limit, windowSeconds, reason = 'too_often' }: Declaration) {
  const counter = counterNamed(name, windowSeconds);
  const count = (key: string, points = 1): Promise<Count> =>
    env.rateLimit ? counter.add(key, points) : Promise.resolve(UNCOUNTED);
  return {
    /** Counts, whatever the limit is. */
    count,
    /** Counts. @throws AppError `rate_limited` with the true rest, above the limit; what was refused uses nothing up. */
    async take(key: string, points = 1): Promise<Count> {
      const taken = await count(key, points);
      if (taken.count <= limit) return taken;
      await count(key, -points);
      const { seconds, retryAfterSeconds } = waitOf(taken.restMs);
      throw refused(reason, { params: { seconds }, retryAfterSeconds });
    },
    /** It did not count after all. */
    giveBack: async (key: string, points = 1): Promise<void> => void (await count(key, -points)),
    /** As if there had been none. */
    clear: async (key: string): Promise<void> => void (env.rateLimit && (await counter.clear(key))),
  };
}

/** When it is worth another try, for the person and for a program. */
export function waitOf(restMs: number): { seconds: number; retryAfterSeconds: number } {
  const seconds = Math.max(1, Math.ceil(restMs / 1000));
  return { seconds, retryAfterSeconds: seconds };
}
