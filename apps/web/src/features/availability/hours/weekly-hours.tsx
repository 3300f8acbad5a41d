import { WEEKDAYS } from '@health-connect/contract/availability';
import { t } from '@lingui/core/macro';
import { Field } from '../../../components/field.js';
import { Rows } from '../../../components/rows.js';
import { Select } from '../../../components/select.js';
import { TimeZoneSelect } from '../../../components/time-zone-select.js';
import { copyDay, withDay, withVisitMinutes } from '../draft/draft.js';
import type { RangeProblems } from '../draft/problems.js';
import type { AvailabilityEditor } from '../use-availability-editor.js';
import { DayRow } from './day-row.js';
import { minutesLabel } from './durations.js';

const VISIT_MINUTES = [10, 15, 20, 30, 40, 45, 60, 90];
const NO_PROBLEMS: RangeProblems = new Map();

/** The working week: where, how long an appointment is, and the hours of each day. */
export function WeeklyHours({ draft, problems, edit }: Pick<AvailabilityEditor, 'draft' | 'problems' | 'edit'>) {
  const lengths = [...new Set([...VISIT_MINUTES, draft.visitMinutes])].sort((a, b) => a - b);
  return (
    <>
      <div className="mb-4 grid gap-4 md:grid-cols-2">
        <Field label={t`Time zone`} hint={t`Your hours are kept in it. Booked visits keep their moment.`}>
          <TimeZoneSelect
            value={draft.timeZone}
            onChange={(event) => edit({ ...draft, timeZone: event.target.value })}
          />
        </Field>
        <Field label={t`Visit length`} hint={t`Your hours are divided into visits this long.`}>
          <Select
            value={draft.visitMinutes}
            onChange={(event) => edit(withVisitMinutes(draft, Number(event.target.value)))}
          >
            {lengths.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutesLabel(minutes)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Rows aria-label={t`Weekly hours`}>
        {WEEKDAYS.map((day) => (
          <DayRow
            key={day}
            day={day}
            hours={draft.days[day]}
            problems={problems.get(day) ?? NO_PROBLEMS}
            onChange={(change) => edit(withDay(draft, day, change))}
            onCopy={(to) => edit(copyDay(draft, day, to))}
          />
        ))}
      </Rows>
    </>
  );
}
