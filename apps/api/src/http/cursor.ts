import { invalid } from './errors.js';

export const DEFAULT_PAGE = 20;

type Kind = 'string' | 'number' | 'id';
type Values<Shape extends readonly Kind[]> = { [K in keyof Shape]: Shape[K] extends 'number' ? number : string };

/** Numbers in a cursor are often instants, and this is the last one that there is. */
const LAST_INSTANT = 8.64e15;

const FITS: Record<Kind, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Math.abs(value) <= LAST_INSTANT,
  id: (value) => typeof value === 'string' && /^[0-9a-f]{24}$/.test(value),
};

/** A place in a sorted list: the sort values of its last row. Opaque to clients. */
export const encodeCursor = (values: (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * The sort values in a cursor; null without one.
 * @throws AppError `validation_failed` for one that this list did not make.
 */
export function decodeCursor<const Shape extends readonly Kind[]>(
  cursor: string | undefined,
  shape: Shape,
): Values<Shape> | null {
  if (cursor === undefined) return null;
  const values = parse(cursor);
  const fits = Array.isArray(values) && values.length === shape.length;
  if (!fits || !values.every((value, index) => FITS[shape[index]!](value))) {
    throw invalid('cursor', 'not_a_place');
  }
  return values as Values<Shape>;
}

/** A part of a list, as a use case gives it. */
export interface Page<T> {
  items: T[];
  /** Null at the end. */
  nextCursor: string | null;
}

/** Reads a page of `limit` rows, and one more, which tells whether there is another page; that begins after its last row. */
export async function pageOf<T>(
  limit: number,
  read: (most: number) => PromiseLike<T[]>,
  cursorAfter: (last: T) => string,
): Promise<Page<T>> {
  const found = await read(limit + 1);
  const items = found.slice(0, limit);
  return { items, nextCursor: found.length > limit ? cursorAfter(items.at(-1)!) : null };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
