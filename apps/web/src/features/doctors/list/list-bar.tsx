import { DOCTOR_SORTS } from '@health-connect/contract/doctor-sorts';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { Select } from '../../../components/select.js';
import { addDays, formatDate, ownZone, zoneLabel } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { formatNumber } from '../../../lib/write.js';
import { type DoctorSort, type Filters, SORT_LABELS } from './filters.js';

/** All languages and how they are sorted come after the first load. */
const LanguageFilter = lazy(async () => ({ default: (await import('./language-filter.js')).LanguageFilter }));

interface ListBarProps {
  filters: Filters;
  /** How many doctors match, once known. */
  total: number | undefined;
  onChange: (change: Partial<Filters>) => void;
}

const DAYS_AHEAD = 14;
const RATINGS = ['4', '4.5'];

/** How many there are and on whose clock, and what narrows and orders them. */
export function ListBar({ filters, total, onChange }: ListBarProps) {
  const now = useNow();
  const zone = zoneLabel(now);
  const today = localDateOf(now, ownZone());
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead));

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line pb-2 text-sm text-muted">
      <p role="status">
        {total === undefined ? (
          t`times in ${zone}`
        ) : (
          <Trans>
            <span className="font-medium text-ink tabular-nums">
              <Plural value={total} one="# doctor," other="# doctors," />
            </span>{' '}
            times in {zone}
          </Trans>
        )}
      </p>
      <div className="-mx-2 flex max-w-full flex-wrap gap-1 md:ms-auto">
        <Select
          slim
          aria-label={t`Free on`}
          value={filters.availableOn}
          onChange={(event) => onChange({ availableOn: event.target.value })}
        >
          <option value="">{t`Any day`}</option>
          {!days.includes(filters.availableOn) && filters.availableOn && (
            <option value={filters.availableOn}>{formatDate(filters.availableOn)}</option>
          )}
          {days.map((day, ahead) => (
            <option key={day} value={day}>
              {freeWords(day, ahead)}
            </option>
          ))}
        </Select>
        <Select
          slim
          aria-label={t`Rating`}
          value={filters.minRating}
          onChange={(event) => onChange({ minRating: event.target.value })}
        >
          <option value="">{t`Any rating`}</option>
          {RATINGS.map((rating) => (
            <option key={rating} value={rating}>
              {ratingWords(rating)}
            </option>
          ))}
        </Select>
        <Suspense fallback={<span className="content-center px-2 font-medium">{t`Any language`}</span>}>
          <LanguageFilter value={filters.language} onChange={(language) => onChange({ language })} />
        </Suspense>
        <Select
          slim
          aria-label={t`Order`}
          value={filters.sort}
          onChange={(event) => onChange({ sort: event.target.value as DoctorSort })}
        >
          {DOCTOR_SORTS.toReversed().map((sort) => (
            <option key={sort} value={sort}>
              {i18n._(SORT_LABELS[sort])}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}

function freeWords(date: string, ahead: number): string {
  if (ahead === 0) return t`Free today`;
  if (ahead === 1) return t`Free tomorrow`;
  const day = formatDate(date);
  return t`Free ${day}`;
}

function ratingWords(least: string): string {
  const rating = formatNumber(Number(least));
  return t`${rating} and better`;
}
