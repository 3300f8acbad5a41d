import { language } from './language.js';
import { languageLabel } from './names.js';

/** To choose from, in the order of the reader's alphabet. */
export const languageOptions = (tags: readonly string[]): { value: string; label: string }[] =>
  tags.map((value) => ({ value, label: languageLabel(value) })).sort(by(new Intl.Collator(language())));

const by = (collator: Intl.Collator) => (one: { label: string }, other: { label: string }) =>
  collator.compare(one.label, other.label);
