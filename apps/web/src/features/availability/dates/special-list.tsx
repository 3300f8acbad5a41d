import type { DateOverride } from '@health-connect/contract/availability';
import { CalendarOff, CalendarPlus, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { EmptyState } from '../../../components/empty-state.js';
import { IconButton } from '../../../components/icon-button.js';
import { Row, Rows } from '../../../components/rows.js';
import { weekdayOf } from '../../../lib/week.js';
import { type AvailabilityDraft, slotsOn } from '../draft/draft.js';
import {
  changeDates,
  datesLabel,
  groupDates,
  hoursOf,
  nightInto,
  type SpecialDates,
  type SpecialHours,
} from './special-dates.js';
import { SpecialDialog } from './special-dialog.js';

interface SpecialListProps {
  draft: AvailabilityDraft;
  today: string;
  onChange: (overrides: DateOverride[]) => void;
}

type Editing = { dates: SpecialDates | null } | null;

/** Coming dates that differ from the weekly hours. */
export function SpecialList({ draft, today, onChange }: SpecialListProps) {
  const [editing, setEditing] = useState<Editing>(null);
  const groups = groupDates(draft.overrides, today);
  const finish = (added: SpecialHours | null) => {
    const weeklyOn = (date: string) => slotsOn(draft, weekdayOf(date)).filter(({ isAvailable }) => isAvailable);
    const { visitMinutes } = draft;
    onChange(changeDates(draft.overrides, editing?.dates ?? null, added, { visitMinutes, weeklyOn }));
    setEditing(null);
  };
  const add = (
    <Button icon={<Plus aria-hidden="true" />} onClick={() => setEditing({ dates: null })}>
      Add dates
    </Button>
  );

  return (
    <>
      {groups.length === 0 ? (
        <EmptyState icon={CalendarOff} title="No special dates" action={add}>
          Add a holiday, or hours on a day that you usually keep free. Your weekly hours stay as they are.
        </EmptyState>
      ) : (
        <>
          <div className="mb-1 flex justify-end">{add}</div>
          <Rows>
            {groups.map((dates, index) => (
              <Row
                key={dates.from}
                className="flex-nowrap"
                lead={<KindIcon dates={dates} />}
                title={datesLabel(dates)}
                detail={detailOf(dates, groups[index - 1])}
                end={
                  <IconButton
                    label={`Change ${datesLabel(dates)}`}
                    icon={<Pencil aria-hidden="true" />}
                    onClick={() => setEditing({ dates })}
                  />
                }
              />
            ))}
          </Rows>
        </>
      )}
      {editing && (
        <SpecialDialog
          dates={editing.dates}
          today={today}
          visitMinutes={draft.visitMinutes}
          onDone={finish}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function KindIcon({ dates }: { dates: SpecialDates }) {
  const Icon = dates.slots.length > 0 ? CalendarPlus : CalendarOff;
  return <Icon aria-hidden="true" className="text-muted" />;
}

function detailOf(dates: SpecialDates, before: SpecialDates | undefined) {
  const { slots, note } = dates;
  const count = slots.length === 1 ? '1 visit possible' : `${slots.length} visits possible`;
  const what = slots.length === 0 ? 'Time off' : `Other hours, ${hoursOf(slots)}, ${count}`;
  return [what, nightInto(before, dates), note].filter(Boolean).join('. ');
}
