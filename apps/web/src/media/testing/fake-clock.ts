import type { Clock } from '../../lib/clock.js';

interface Timer {
  at: number;
  every: number | null;
  run: () => void;
}

/** A clock that stands still until `advance`. */
export function createFakeClock() {
  let now = 0;
  const timers = new Set<Timer>();
  const add = (timer: Timer) => {
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const next = (until: number) => [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];

  return {
    now: () => now,
    after: (milliseconds, run) => add({ at: now + milliseconds, every: null, run }),
    every: (milliseconds, run) => add({ at: now + milliseconds, every: milliseconds, run }),
    /** Runs what is due in the coming milliseconds, in order. */
    advance(milliseconds: number) {
      const until = now + milliseconds;
      for (let timer = next(until); timer; timer = next(until)) {
        now = timer.at;
        if (timer.every === null) timers.delete(timer);
        else timer.at += timer.every;
        timer.run();
      }
      now = until;
    },
    pending: () => timers.size,
  } satisfies Clock & { advance(milliseconds: number): void; pending(): number };
}

/** Lets every promise that can settle do so. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
