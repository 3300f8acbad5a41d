import { afterEach, describe, expect, test } from 'vitest';
import { PoolFailure, ProcessPool } from './process-pool.js';

interface Task {
  order: 'work' | 'die' | 'crash' | 'hang';
}
interface Result {
  pid: number;
  secret: string;
}

const build = (options: { processes?: number; queue?: number; timeoutMs?: number } = {}) => {
  const file = new URL('../../test/odd-worker.mjs', import.meta.url);
  return new ProcessPool<Task, Result>({
    file,
    processes: 1,
    queue: 10,
    timeoutMs: 20_000,
    idleMs: 20_000,
    ...options,
  });
};

let pool = build();
afterEach(() => pool.stop());

const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof PoolFailure ? error.reason : error),
  );

describe('a pool of processes', () => {
  test.each([
    ['ends by itself', 'die', 'died', 20_000],
    ['crashes', 'crash', 'died', 20_000],
    ['never answers', 'hang', 'slow', 2000],
  ] as const)('one that %s fails its own task and is replaced for the next', async (_, order, reason, timeoutMs) => {
    pool = build({ timeoutMs });
    const before = await pool.run({ order: 'work' });
    const [failed, next] = [reasonOf(pool.run({ order })), pool.run({ order: 'work' })];
    expect(await failed).toBe(reason);
    expect((await next).pid).not.toBe(before.pid);
  });

  test('has no more processes than it may, and lets no more wait than it may', async () => {
    pool = build({ processes: 2, queue: 4 });
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => pool.run({ order: 'work' }).catch(String)));
    const pids = outcomes.flatMap((outcome) => (typeof outcome === 'object' ? [outcome.pid] : []));
    expect(pids).toHaveLength(6);
    expect(new Set(pids).size).toBeLessThanOrEqual(2);
  });

  test('sees none of our secrets', async () => {
    pool = build();
    expect((await pool.run({ order: 'work' })).secret).toBe('none');
  });
});
