export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

interface Point {
  x: number;
  y: number;
}

/** The corner of a place that a point is nearest to. */
export function nearestCorner({ x, y }: Point, { width, height }: { width: number; height: number }): Corner {
  return `${y < height / 2 ? 'top' : 'bottom'}-${x < width / 2 ? 'left' : 'right'}`;
}

const MOVES: Record<string, ['top' | 'bottom' | null, 'left' | 'right' | null]> = {
  ArrowUp: ['top', null],
  ArrowDown: ['bottom', null],
  ArrowLeft: [null, 'left'],
  ArrowRight: [null, 'right'],
};

/** Where an arrow key leads from a corner; null for every other key. */
export function cornerByKey(corner: Corner, key: string): Corner | null {
  const move = MOVES[key];
  if (!move) return null;
  const [row, column] = corner.split('-') as ['top' | 'bottom', 'left' | 'right'];
  return `${move[0] ?? row}-${move[1] ?? column}`;
}

/** The next corner round the picture, for a plain press. */
export function nextCorner(corner: Corner): Corner {
  const round: Corner[] = ['bottom-right', 'bottom-left', 'top-left', 'top-right'];
  return round[(round.indexOf(corner) + 1) % round.length]!;
}
