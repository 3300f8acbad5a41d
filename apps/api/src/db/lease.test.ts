import { expect, test, vi } from 'vitest';
import { eachOnAnEmptyDatabase } from '../../test/own-database.js';
import { LeaseModel, withLease } from './lease.js';

eachOnAnEmptyDatabase();

const beatOf = async () => (await LeaseModel.findById('work').lean())?.beat ?? -1;
const isStored = async () => (await LeaseModel.exists({ _id: 'work' })) !== null;

test('a holder that lives is waited for, however long it works; then the next one begins', async () => {
  const order: string[] = [];
  let finish!: () => void;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const first = withLease(
    'work',
    async () => {
      await finished;
      order.push('the first is done');
    },
    { everyMs: 20, looks: 40 },
  );
  await vi.waitUntil(isStored);
  // It looks more often than the other beats: that nothing changed since the last look says little.
  const second = withLease('work', async () => void order.push('the second begins'), { everyMs: 2, looks: 20 });
  await vi.waitUntil(async () => (await beatOf()) > 40, { timeout: 20_000 });
  expect(order).toEqual([]);
  finish();
  await Promise.all([first, second]);
  expect(order).toEqual(['the first is done', 'the second begins']);
  expect(await isStored()).toBe(false);
});

test('what fails leaves no lease behind, and says why', async () => {
  const failing = withLease('work', () => Promise.reject(new Error('no room left')), { everyMs: 20, looks: 40 });
  await expect(failing).rejects.toThrow('no room left');
  expect(await isStored()).toBe(false);
});
