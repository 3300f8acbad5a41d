import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setClock } from '../../lib/clock.js';
import { briefly } from './brief-memory.js';

let time = 0;
let restore = () => {};
beforeEach(() => {
  restore = setClock(() => time);
});
afterEach(() => restore());

/** A query that ends when it is told to. */
function slowQuery<T>() {
  let asked = 0;
  let settle!: { resolve: (value: T) => void; reject: (error: Error) => void };
  const load = () => {
    asked += 1;
    return new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  };
  return {
    load,
    asked: () => asked,
    end: (value: T) => settle.resolve(value),
    fail: (error: Error) => settle.reject(error),
  };
}

describe('what many ask for', () => {
  test('is asked of the database once by all who ask at once, and remembered', async () => {
    const query = slowQuery<string>();
    const answers = Promise.all([1, 2, 3].map(() => briefly('shared', query.load)));
    query.end('page');
    expect(await answers).toEqual(['page', 'page', 'page']);
    expect(await briefly('shared', query.load)).toBe('page');
    expect(query.asked()).toBe(1);
  });

  test('is not remembered where it failed', async () => {
    const query = slowQuery<string>();
    const answers = Promise.allSettled([1, 2].map(() => briefly('failing', query.load)));
    query.fail(new Error('away'));
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await briefly('failing', async () => 'back')).toBe('back');
  });

  test('is asked for again, once by all, as soon as it does not hold any more', async () => {
    const holding = (until: number) => [async () => ({ until }), (page: { until: number }) => page.until] as const;
    expect(await briefly('holds', ...holding(100))).toEqual({ until: 100 });
    time = 99;
    expect(await briefly('holds', ...holding(500))).toEqual({ until: 100 });
    time = 100;
    let asked = 0;
    const again = async () => ({ until: 200 + (asked += 1) });
    const pages = await Promise.all([1, 2].map(() => briefly('holds', again, (page) => page.until)));
    expect(pages).toEqual([{ until: 201 }, { until: 201 }]);
  });

  test('reaches who waits for it, however much else is asked meanwhile', async () => {
    const query = slowQuery<string>();
    const answer = briefly('crowded out', query.load);
    await Promise.all(Array.from({ length: 300 }, (_, index) => briefly(`other ${index}`, async () => index)));
    query.end('page');
    expect(await answer).toBe('page');
  });
});
