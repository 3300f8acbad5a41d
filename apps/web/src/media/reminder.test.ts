import { afterEach, expect, test, vi } from 'vitest';
import { startReminder } from './reminder.js';

afterEach(() => vi.unstubAllGlobals());

function handClock() {
  let tick = () => {};
  return {
    minute: () => tick(),
    clock: {
      now: () => 0,
      after: () => () => {},
      every: (_ms: number, run: () => void) => {
        tick = run;
        return () => {
          tick = () => {};
        };
      },
    },
  };
}

const touched = (hasBeenActive: boolean) => vi.stubGlobal('navigator', { userActivation: { hasBeenActive } });

test('ROOM-4: at once and again each minute, until it is stopped', () => {
  touched(true);
  const { clock, minute } = handClock();
  const play = vi.fn();
  const reminder = startReminder(play, clock);
  minute();
  minute();
  expect(play).toHaveBeenCalledTimes(3);
  reminder.stop();
  minute();
  expect(play).toHaveBeenCalledTimes(3);
});

test('a page that nobody has touched stays silent until somebody does', () => {
  touched(false);
  const { clock, minute } = handClock();
  const play = vi.fn();
  const reminder = startReminder(play, clock);
  minute();
  expect(play).not.toHaveBeenCalled();
  globalThis.dispatchEvent(new Event('keydown'));
  globalThis.dispatchEvent(new Event('pointerup'));
  expect(play).toHaveBeenCalledTimes(1);
  touched(true);
  minute();
  expect(play).toHaveBeenCalledTimes(2);
  reminder.stop();
});
