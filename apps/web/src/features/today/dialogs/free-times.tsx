import type { FreeTime } from '@health-connect/scheduling/slot-runs';
import { t } from '@lingui/core/macro';
import { Button } from '../../../components/button.js';
import { ErrorState } from '../../../components/error-state.js';
import { RadioChips } from '../../../components/radio-chips.js';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { formatDate, formatTime } from '../../../lib/time.js';

interface FreeTimesProps {
  /** From the date on; undefined while they are on their way. */
  slots: readonly FreeTime[] | undefined;
  error: unknown;
  onRetry: () => void;
  date: string;
  zone: string;
  value: string;
  onChange: (startsAt: string) => void;
  onDate: (date: string) => void;
}

/** The free times of a date, or the way to the next date that has some. */
export function FreeTimes({ slots, error, onRetry, date, zone, value, onChange, onDate }: FreeTimesProps) {
  if (!slots && error) return <ErrorState title={t`Your free times did not load`} error={error} onRetry={onRetry} />;
  if (!slots) {
    return (
      <Loading label={t`Loading your free times`} className="grid grid-cols-4 gap-2">
        {Array.from({ length: 8 }, (_, index) => (
          <Skeleton key={index} width="100%" height="2.5rem" />
        ))}
      </Loading>
    );
  }
  const day = formatDate(date);
  const ofDay = slots.filter((slot) => slot.date === date);
  if (ofDay.length > 0) {
    return (
      <RadioChips
        legend={t`Free times on ${day}`}
        name="startsAt"
        className="max-h-64 overflow-auto tabular-nums"
        options={ofDay.map(({ startsAt }) => ({ value: startsAt, label: formatTime(startsAt, zone) }))}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  const nextDate = slots[0]?.date;
  const nextDay = nextDate === undefined ? '' : formatDate(nextDate);
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-sm text-muted">
        {nextDate === undefined
          ? t`No free times on ${day}, and none in the two weeks after it.`
          : t`No free times on ${day}.`}
      </p>
      {nextDate !== undefined && <Button onClick={() => onDate(nextDate)}>{t`Show ${nextDay}`}</Button>}
    </div>
  );
}
