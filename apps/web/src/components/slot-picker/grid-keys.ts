/** The days that the grid shows, each with the values of its times from the top down. */
type Grid = readonly (readonly string[])[];

const STEPS: Record<string, [days: number, rows: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** A phone shows one day, its times along the line: there the arrows go along them. */
const STEPS_IN_LINE: Record<string, [days: number, rows: number]> = {
  ...STEPS,
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Where a key leads from a time of the grid: back and on a day, up and down a time, Home and End to the first and last
 * of the day; a shorter day is entered at its end. Null for other keys, and at the edges.
 */
export function stepInGrid(grid: Grid, from: string, key: string, inLine = false): string | null {
  const step = (inLine ? STEPS_IN_LINE : STEPS)[key];
  const day = grid.findIndex((times) => times.includes(from));
  const times = step && grid[day + step[0]];
  if (!times || day < 0) return null;
  const row = Math.min(Math.max(grid[day]!.indexOf(from) + step[1], 0), times.length - 1);
  const to = times[row];
  return to === undefined || to === from ? null : to;
}

export const isGridKey = (key: string) => key in STEPS;
