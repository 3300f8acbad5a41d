/** Joins class names, leaving out what a condition turned off. */
export const cx = (...names: readonly (string | false | null | undefined)[]) => names.filter(Boolean).join(' ');
