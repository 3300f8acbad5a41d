/** The server trims; what differs by that alone is the same text. */
export const isSame = (a: string, b: string) => a.trim() === b.trim();

/**
 * One text out of two that both come from `base`; null where only a person can tell what they mean together. What one
 * side left as it was follows the other; what both only added to keeps both additions, theirs first.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (mine.startsWith(theirs)) return mine;
  if (theirs.startsWith(mine)) return theirs;
  if (mine.startsWith(base) && theirs.startsWith(base)) return joinTexts(theirs, mine.slice(base.length));
  return null;
}

/** The second below the first. */
export const joinTexts = (first: string, second: string) =>
  [first.trimEnd(), second.trim()].filter((text) => text !== '').join('\n');

/** What stands in `text` after the first of these starts that it has; all of it where it has none. */
export function remainder(text: string, ...starts: string[]): string {
  const start = starts.find((one) => text.startsWith(one.trim()));
  return start === undefined ? text : text.slice(start.trim().length).trim();
}
