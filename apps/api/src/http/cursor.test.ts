import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, pageOf } from './cursor.js';

const ID = '0123456789abcdef01234567';

test('a place in a list survives the way to the client and back', () => {
  expect(decodeCursor(encodeCursor(['Zoë', ID]), ['string', 'id'])).toEqual(['Zoë', ID]);
  expect(decodeCursor(undefined, ['string', 'id'])).toBeNull();
});

test.each([
  ['noise', 'x'],
  ['JSON of another kind', Buffer.from('{"a":1}').toString('base64url')],
  ['an operator for a value', Buffer.from(`[{"$gt":""},"${ID}"]`).toString('base64url')],
  ['an id that is none', encodeCursor(['Zoë', 'me'])],
  ['too few values', encodeCursor(['Zoë'])],
])('%s is refused', (_what, cursor) => {
  expect(() => decodeCursor(cursor, ['string', 'id'])).toThrow('highlighted');
});

test.each([
  [2, { items: [1, 2], nextCursor: 'after 2' }],
  [3, { items: [1, 2, 3], nextCursor: null }],
  [4, { items: [1, 2, 3], nextCursor: null }],
])('a page of %i of three rows says whether others follow, by reading one more', async (limit, page) => {
  const read = async (most: number) => [1, 2, 3].slice(0, most);
  expect(await pageOf(limit, read, (last) => `after ${last}`)).toEqual(page);
});
