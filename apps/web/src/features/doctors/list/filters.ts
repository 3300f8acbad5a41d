import { DOCTOR_SORTS } from '@health-connect/contract/doctor-sorts';
import type { SpokenLanguage } from '@health-connect/contract/languages';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { params } from '../../../lib/paths.js';
import type { DoctorFilters } from '../../../resources/doctors/queries.js';

export type DoctorSort = (typeof DOCTOR_SORTS)[number];

/** What narrows and orders the list; it lives in the address, so that a search can be sent and come back to. */
export interface Filters {
  q: string;
  specialization: string;
  minRating: string;
  availableOn: string;
  /** That the doctor speaks, among others. */
  language: SpokenLanguage | '';
  sort: DoctorSort;
}

const DEFAULT_SORT: DoctorSort = 'soonest';

export const SORT_LABELS: Record<DoctorSort, MessageDescriptor> = {
  soonest: msg`Soonest first`,
  rating: msg`Best rated`,
  experience: msg`Most experience`,
  name: msg`By name`,
};

const isSort = (value: string | null): value is DoctorSort => DOCTOR_SORTS.some((sort) => sort === value);
/** Which codes there are is known to the server, and to the choice of one. */
const isCode = (value: string | null): value is SpokenLanguage => /^[a-z]{2,3}$/.test(value ?? '');

export function readFilters(search: URLSearchParams): Filters {
  const sort = search.get(params.sort);
  const language = search.get(params.language);
  return {
    q: search.get(params.search) ?? '',
    specialization: search.get(params.specialization) ?? '',
    minRating: search.get(params.minRating) ?? '',
    availableOn: search.get(params.availableOn) ?? '',
    language: isCode(language) ? language : '',
    sort: isSort(sort) ? sort : DEFAULT_SORT,
  };
}

const NAMES: Record<keyof Filters, string> = {
  q: params.search,
  specialization: params.specialization,
  minRating: params.minRating,
  availableOn: params.availableOn,
  language: params.language,
  sort: params.sort,
};

/** The address with these filters changed; what is empty or usual is left out of it. */
export function writeFilters(search: URLSearchParams, change: Partial<Filters>): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(change) as [keyof Filters, string][]) {
    if (value === '' || (key === 'sort' && value === DEFAULT_SORT)) next.delete(NAMES[key]);
    else next.set(NAMES[key], value);
  }
  return next;
}

/** As the server takes them. */
export const toQuery = ({ minRating, language, ...filters }: Filters): DoctorFilters => ({
  ...filters,
  ...(language !== '' && { language }),
  ...(minRating !== '' && { minRating: Number(minRating) }),
});

/** How many filters narrow the list; the order is none. */
export const countFilters = ({ q, specialization, minRating, availableOn, language }: Filters) =>
  [q, specialization, minRating, availableOn, language].filter(Boolean).length;
