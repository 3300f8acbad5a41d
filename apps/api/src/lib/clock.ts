/** The one source of "now" for use cases (epoch milliseconds); a test passes another. */
export type Clock = () => number;

let current: Clock = Date.now;

export const now: Clock = () => current();

/** Replaces the clock, and returns what puts the old one back. */
export function setClock(clock: Clock): () => void {
  const previous = current;
  current = clock;
  return () => {
    current = previous;
  };
}
