import { intlTag, isolated } from '@health-connect/scheduling/written';
import { language } from './language/language.js';

/** `a, b and c`. */
export const listOf = (items: readonly string[]) => new Intl.ListFormat(intlTag(language())).format(items);

/** `a, b, c`: where what follows is of the same sentence, or there is no room for a word between. */
export const rowOf = (items: readonly string[]) =>
  new Intl.ListFormat(intlTag(language()), { type: 'unit', style: 'short' }).format(items);

/** A sign or a code such as `O+`, which would be turned round in a sentence that is read from the right. */
export const apart = (text: string) => text && isolated(text, language());

/** A figure: `1,204`, `4.5`. */
export const formatNumber = (value: number, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(intlTag(language()), options).format(value);

/** 0.94 -> `94%`. */
export const formatPercent = (rate: number) => formatNumber(rate, { style: 'percent' });
