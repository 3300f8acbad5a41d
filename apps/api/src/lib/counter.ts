import { type RateLimiterRes, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { env } from '../env.js';
import { SharedStore } from './shared-store.js';

export interface Count {
  count: number;
  /** Until it begins anew. */
  restMs: number;
}

/** Counts per key, each for a window that begins with its first. */
export interface Counter {
  add(key: string, points: number): Promise<Count>;
  clear(key: string): Promise<void>;
}

let shared: SharedStore | null = null;

const counters = new Map<string, Counter>();

/** The counter of that name: whoever asks for it again gets the same. */
export function counterNamed(name: string, windowSeconds: number): Counter {
  const counter = counters.get(name) ?? createCounter(name, windowSeconds);
  counters.set(name, counter);
  return counter;
}

/** Counted by all server processes together where REDIS_URL is set, and by this one alone while Redis is away. */
function createCounter(name: string, windowSeconds: number, store = sharedStore()): Counter {
  const options = { keyPrefix: `limit:${name}`, points: Number.MAX_SAFE_INTEGER, duration: windowSeconds };
  const own = new RateLimiterMemory(options);
  if (!store) return counterOf(own);
  const { client } = store;
  const common = new RateLimiterRedis({ ...options, storeClient: client, useRedisPackage: true });
  const [ours, alone] = [counterOf(common), counterOf(own)];
  return {
    add: (key, points) =>
      store.try(
        () => ours.add(key, points),
        () => alone.add(key, points),
      ),
    clear: async (key) => {
      await alone.clear(key);
      await store.try(
        () => ours.clear(key),
        async () => {},
      );
    },
  };
}

const counterOf = (limiter: RateLimiterMemory | RateLimiterRedis): Counter => ({
  add: async (key, points) => countOf(await limiter.penalty(key, points)),
  clear: async (key) => void (await limiter.delete(key)),
});

const countOf = ({ consumedPoints, msBeforeNext }: RateLimiterRes): Count => ({
  count: consumedPoints,
  restMs: Math.max(0, msBeforeNext),
});

function sharedStore(): SharedStore | null {
  if (env.redisUrl) shared ??= new SharedStore(env.redisUrl);
  return shared;
}

/** Lets go of Redis. */
export const stopCounters = () => shared?.stop();
