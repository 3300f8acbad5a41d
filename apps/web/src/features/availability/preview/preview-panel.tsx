import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { cx } from '../../../components/cx.js';
import { IconButton } from '../../../components/icon-button.js';
import { Panel } from '../../../components/panel.js';
import { addDays, formatClock, formatDate, formatClockTime } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { mondayOf } from '../../../lib/week.js';
import type { AvailabilityEditor } from '../use-availability-editor.js';
import { type Preview, type PreviewDay, previewWeek, type Standing } from './preview.js';

const LOOK = {
  same: 'bg-surface-2',
  new: 'bg-accent-soft text-on-accent-soft',
  gone: 'text-muted line-through',
};

/** "What patients will see": a coming week, with what the draft adds and takes away. */
export function PreviewPanel({ before, draft, today }: Pick<AvailabilityEditor, 'before' | 'draft' | 'today'>) {
  const nextMonday = addDays(mondayOf(today), 7);
  const [monday, setMonday] = useState(nextMonday);
  const preview = previewWeek(before, draft, monday);
  const { city } = formatClock(useNow(), draft.timeZone);
  const date = formatDate(monday, 'dayAndMonth');

  return (
    <Panel aria-labelledby="preview-title" className="min-[66rem]:sticky min-[66rem]:top-8">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id="preview-title">{t`What patients will see`}</h2>
          <p className="mt-0.5 text-sm text-muted">{t`Week of ${date}, ${city} time`}</p>
        </div>
        <div className="-mt-2 -me-2 flex">
          <IconButton
            label={t`Week before`}
            icon={<ChevronLeft aria-hidden="true" />}
            disabled={monday <= mondayOf(today)}
            onClick={() => setMonday(addDays(monday, -7))}
          />
          <IconButton
            label={t`Week after`}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => setMonday(addDays(monday, 7))}
          />
        </div>
      </div>
      {preview.days.length > 0 && <Week days={preview.days} />}
      <p className="mt-3 text-sm" role="status">
        {summaryOf(preview)}
      </p>
      {preview.days.some(({ times }) => times.some(({ standing }) => standing !== 'same')) && (
        <p className="mt-1 text-sm text-muted">{t`Tinted are new, struck through are going.`}</p>
      )}
    </Panel>
  );
}

function summaryOf({ count, more }: Preview) {
  const times = plural(count, {
    0: 'No times in this week',
    one: '# time in this week',
    other: '# times in this week',
  });
  if (more === 0) return times;
  const fewer = -more;
  const change =
    more > 0 ? plural(more, { one: '# more', other: '# more' }) : plural(fewer, { one: '# fewer', other: '# fewer' });
  return (
    <Trans>
      {times}
      <span className="text-muted">, {change}</span>
    </Trans>
  );
}

function Week({ days }: { days: readonly PreviewDay[] }) {
  const columns = Math.max(5, days.length);
  return (
    <div className="mt-4 grid gap-1.5" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {days.map(({ date, times }) => (
        <div key={date}>
          <h3 className="mb-1.5 text-center text-xs font-medium text-muted">
            <span aria-hidden="true">{formatDate(date, 'weekday')}</span>
            <span className="sr-only">{formatDate(date)}</span>
          </h3>
          <ul role="list" className="tabular-nums">
            {times.map(({ time, standing }) => (
              <li key={time} className={cx('mb-1 rounded-s py-[3px] text-center text-xs font-medium', LOOK[standing])}>
                <Offer standing={standing}>
                  <ColumnTime time={formatClockTime(time)} isNarrow={columns > 5} />
                </Offer>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Letters of `10:00 AM`. */
const LONGEST_IN_LINE = 8;

/** A time in its column; where that is narrow for it, the half of the day stands below. */
function ColumnTime({ time, isNarrow }: { time: string; isNarrow: boolean }) {
  const breaks = isNarrow || time.length > LONGEST_IN_LINE;
  return (
    <span className={cx('inline-block', breaks ? 'w-min' : 'tracking-tight whitespace-nowrap')}>
      {time.replace('\u00a0', ' ')}
    </span>
  );
}

/** A time, with what its look says for those who do not see it. */
function Offer({ standing, children: time }: { standing: Standing; children: ReactNode }) {
  if (standing === 'same') return time;
  return standing === 'new' ? (
    <Trans>
      <span className="sr-only">new</span> {time}
    </Trans>
  ) : (
    <Trans>
      <span className="sr-only">removed</span> {time}
    </Trans>
  );
}
