/** The one source of "now" for use cases (epoch milliseconds); a test passes another. */
export type Clock = () => number;

let current: Clock = Date.now;

export const now: Clock = () => current();

let pausing = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Lets time pass within a request. */
export const pause = (ms: number): Promise<void> => pausing(ms);

/** Replaces how time passes, and returns what puts the old way back. */
export function setPause(other: typeof pausing): () => void {
  const previous = pausing;
  pausing = other;
  return () => {
    pausing = previous;
  };
}

/** Replaces the clock, and returns what puts the old one back. */
export function setClock(clock: Clock): () => void {
  const previous = current;
  current = clock;
  return () => {
    current = previous;
  };
}
