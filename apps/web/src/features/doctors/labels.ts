import { plural } from '@lingui/core/macro';

/** `17 years`, `1 year`; the first year reads as one too. */
export function yearsLabel(experience: number): string {
  const years = Math.max(experience, 1);
  return plural(years, { one: '# year', other: '# years' });
}
