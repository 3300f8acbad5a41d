/** What a person types is text, never a pattern. (MongoDB refuses a pattern that holds the NUL character itself.) */
export const escapeRegex = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll('\0', '\\x00');
