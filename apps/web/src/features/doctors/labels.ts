/** `17 years`, `1 year`; the first year reads as one too. */
export const yearsLabel = (years: number) => (years <= 1 ? '1 year' : `${years} years`);
