import { describe, expect, test } from 'vitest';
import { createBatcher } from './batch.js';

describe('a batcher', () => {
  test('carries together what comes meanwhile, in order, and no more than the most', async () => {
    const batches: number[][] = [];
    const add = createBatcher<number>(async (items) => {
      batches.push(items);
      return items.map(() => null);
    }, 3);
    await Promise.all([1, 2, 3, 4, 5].map(add));
    await add(6);
    expect(batches).toEqual([[1, 2, 3], [4, 5], [6]]);
  });

  test('an item that fails fails alone', async () => {
    const refused = new Error('two is refused');
    const add = createBatcher<number>(async (items) => items.map((item) => (item === 2 ? refused : null)), 10);
    const outcomes = await Promise.allSettled([1, 2, 3].map(add));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('a batch that fails as a whole fails for all of it, and the next one runs', async () => {
    let isAway = true;
    const add = createBatcher<number>(async (items) => {
      if (isAway) throw new Error('away');
      return items.map(() => null);
    }, 10);
    await expect(Promise.all([add(1), add(2)])).rejects.toThrow('away');
    isAway = false;
    await expect(add(3)).resolves.toBeUndefined();
  });
});
