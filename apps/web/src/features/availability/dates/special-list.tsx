import type { DateOverride } from '@health-connect/contract/availability';
import { plural, t } from '@lingui/core/macro';
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
      {t`Add dates`}
    </Button>
  );

  return (
    <>
      {groups.length === 0 ? (
        <EmptyState icon={CalendarOff} title={t`No special dates`} action={add}>
          {t`Add a holiday, or hours on a day that you usually keep free. Your weekly hours stay as they are.`}
        </EmptyState>
      ) : (
        <>
          <div className="mb-1 flex justify-end">{add}</div>
          <Rows>
            {groups.map((dates, index) => (
              <SpecialRow
                key={dates.from}
                dates={dates}
                before={groups[index - 1]}
                onChange={() => setEditing({ dates })}
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

interface SpecialRowProps {
  dates: SpecialDates;
  /** Those that stand above them. */
  before: SpecialDates | undefined;
  onChange: () => void;
}

function SpecialRow({ dates, before, onChange }: SpecialRowProps) {
  const when = datesLabel(dates);
  return (
    <Row
      className="flex-nowrap"
      lead={<KindIcon dates={dates} />}
      title={when}
      detail={detailOf(dates, before)}
      end={<IconButton label={t`Change ${when}`} icon={<Pencil aria-hidden="true" />} onClick={onChange} />}
    />
  );
}

function KindIcon({ dates }: { dates: SpecialDates }) {
  const Icon = dates.slots.length > 0 ? CalendarPlus : CalendarOff;
  return <Icon aria-hidden="true" className="text-muted" />;
}

function detailOf(dates: SpecialDates, before: SpecialDates | undefined) {
  const { slots, note } = dates;
  const [hours, count] = [hoursOf(slots), slots.length];
  const what = plural(count, {
    0: 'Time off',
    one: `Other hours, ${hours}, # visit possible`,
    other: `Other hours, ${hours}, # visits possible`,
  });
  const more = [nightInto(before, dates) ?? '', note].filter(Boolean);
  return more.reduce((said, next) => t`${said}. ${next}`, what);
}
