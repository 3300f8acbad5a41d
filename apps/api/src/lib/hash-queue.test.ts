import { describe, expect, test } from 'vitest';
import { type Asker, HashQueue } from './hash-queue.js';

/** A queue of work that ends when it is told to; `begun` says who is or was at it. */
function createQueue(bounds: { atOnce: number; each: number; most: number }) {
  const queue = new HashQueue(bounds);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const answers: Promise<string>[] = [];
  const ask = (key: string, failures = 0) => {
    const asker: Asker = { key, failures };
    const work = () => {
      begun.push(key);
      return new Promise<string>((resolve) => ends.push(() => resolve(key)));
    };
    const answer = queue.run(asker, work).catch((error: Error) => error.constructor.name);
    answers.push(answer);
    return answer;
  };
  const endOne = async () => {
    ends.shift()!();
    await new Promise(setImmediate);
  };
  return { ask, begun, endOne, answers };
}

describe('the line before the hashing threads', () => {
  test('one asker has two threads at once, however many are free', async () => {
    const { ask, begun, endOne } = createQueue({ atOnce: 4, each: 2, most: 20 });
    for (let asked = 0; asked < 5; asked += 1) void ask('flood');
    void ask('else');
    expect(begun).toEqual(['flood', 'flood', 'else']);
    await endOne();
    expect(begun).toEqual(['flood', 'flood', 'else', 'flood']);
  });

  test('whoever failed less is served first', async () => {
    const { ask, begun, endOne } = createQueue({ atOnce: 1, each: 2, most: 20 });
    void ask('first', 9);
    void ask('guesser', 9);
    void ask('once wrong', 1);
    void ask('somebody');
    for (let round = 0; round < 3; round += 1) await endOne();
    expect(begun).toEqual(['first', 'somebody', 'once wrong', 'guesser']);
  });

  test('a full line refuses whoever failed most, and lets those in who did not', async () => {
    const { ask, endOne, answers } = createQueue({ atOnce: 1, each: 2, most: 3 });
    for (let asked = 0; asked < 6; asked += 1) void ask('flood', asked);
    const good = ask('somebody');
    expect(await Promise.all(answers.slice(3, 6))).toEqual(Array(3).fill('QueueFull'));
    await endOne();
    await endOne();
    expect(await good).toBe('somebody');
  });
});
