import { describe, expect, test } from 'vitest';
import { takeToken } from './flood.js';

/** What becomes of `perSecond` events a second, evenly over some seconds. */
function send(userId: string, perSecond: number, seconds: number, from = 0) {
  const counts = { taken: 0, refused: 0, cut: 0 };
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    counts[takeToken(userId, from + (sent / perSecond) * 1000)] += 1;
  }
  return counts;
}

describe('a flood of events', () => {
  test('CALL-22: 500 events a second are limited, and then cut off', () => {
    const { taken, cut } = send('flooder', 500, 10);
    expect(taken).toBeLessThanOrEqual(240 + 60 * 10);
    expect(cut).toBeGreaterThan(0);
  });

  test('a call that sends its candidates at once is not limited', () => {
    expect(send('caller', 200, 1)).toEqual({ taken: 200, refused: 0, cut: 0 });
  });

  test('who was a little too fast is refused for a while, never cut off', () => {
    const { refused, cut } = send('hasty', 100, 20);
    expect(refused).toBeGreaterThan(0);
    expect(cut).toBe(0);
    expect(takeToken('hasty', 30_000)).toBe('taken');
  });

  test('one who floods takes no room from others', () => {
    for (let sent = 0; sent < 300; sent += 1) takeToken('another flooder', 0);
    expect(takeToken('another flooder', 0)).toBe('refused');
    expect(takeToken('somebody else', 0)).toBe('taken');
  });
});
