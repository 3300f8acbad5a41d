/** Time as the media code sees it, so that a test can hold it in its hand. Both timers answer with their cancellation. */
export interface Clock {
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  every(milliseconds: number, run: () => void): () => void;
}

export const browserClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  every: (milliseconds, run) => {
    const timer = setInterval(run, milliseconds);
    return () => clearInterval(timer);
  },
};

/** The value of `work`, or `fallback` when it fails or takes longer than `milliseconds`. Never rejects. */
export function within<T>(clock: Clock, milliseconds: number, work: Promise<T>, fallback: T): Promise<T> {
  return new Promise((resolve) => {
    const cancel = clock.after(milliseconds, () => resolve(fallback));
    const settle = (value: T) => {
      cancel();
      resolve(value);
    };
    work.then(settle, () => settle(fallback));
  });
}
