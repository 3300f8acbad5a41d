import type { Appointment } from '@health-connect/contract/appointments';
import type { TimeRange } from '@health-connect/scheduling/make-slots';
import { plural, t } from '@lingui/core/macro';
import { cx } from '../../../components/cx.js';
import { formatClock, formatTime, ownHours } from '../../../lib/time.js';
import { formatNumber } from '../../../lib/write.js';
import { appointmentCount } from '../labels.js';
import { countDay, isRunning } from '../read-day.js';
import { markOf } from './mark.js';
import { layOutDay, placeOfNow } from './timeline-layout.js';

interface TimelineProps {
  appointments: readonly Appointment[];
  /** The hours that the doctor works on this day. */
  hours: readonly TimeRange[];
  zone: string;
  date: string;
  /** Epoch ms where the day is today; null on other days. */
  now: number | null;
  onOpen: (id: string) => void;
}

/** The day to scale: what is done sinks, what is live stands out. The line is now; it goes behind the names. */
export function Timeline({ appointments, hours, zone, date, now, onOpen }: TimelineProps) {
  const layout = layOutDay(appointments, hours, { zone, date });
  const { scale } = layout;
  const height = layout.minutes * scale;
  const nowAt = now === null ? null : placeOfNow(layout, now, zone);
  const hourLines = `repeating-linear-gradient(to bottom, var(--line) 0 1px, transparent 1px ${60 * scale}px)`;

  return (
    <section aria-labelledby="timeline-title">
      <div className="mb-5 flex items-baseline gap-2">
        <h2 id="timeline-title">{t`The day`}</h2>
        <span className="ms-auto text-sm text-muted tabular-nums">{summaryOf(appointments, hours)}</span>
      </div>
      <div
        className={cx(
          'relative grid whitespace-nowrap',
          ownHours() === 12 ? 'grid-cols-[5rem_minmax(0,1fr)]' : 'grid-cols-[2.75rem_minmax(0,1fr)]',
        )}
      >
        <ol aria-hidden="true" className="relative text-xs font-medium text-muted tabular-nums" style={{ height }}>
          {layout.hours
            .filter(({ at }) => nowAt === null || Math.abs(at - nowAt) * scale > 16)
            .map(({ at, label }) => (
              <li key={at} className="absolute -translate-y-1/2" style={{ top: at * scale }}>
                {label}
              </li>
            ))}
          {now !== null && nowAt !== null && (
            <li className="absolute -translate-y-1/2 font-semibold text-accent-ink" style={{ top: nowAt * scale }}>
              {formatClock(now, zone).time}
            </li>
          )}
        </ol>
        <ol className="relative" style={{ height, background: hourLines }}>
          {layout.breaks.map(({ at, minutes, label }) => (
            <li
              key={at}
              className="absolute inset-x-0 flex items-center px-3 text-xs font-medium text-muted"
              style={{ top: at * scale + 1, height: minutes * scale - 2 }}
            >
              {label}
            </li>
          ))}
          {nowAt !== null && (
            <li
              aria-hidden="true"
              className="pointer-events-none absolute -start-2 end-0 h-0.5 bg-accent before:absolute before:-top-[3px] before:-start-[3px] before:size-2 before:rounded-full before:bg-accent"
              style={{ top: nowAt * scale }}
            />
          )}
          {layout.blocks.map(({ appointment, at, minutes }) => (
            <li
              key={appointment._id}
              className="absolute inset-x-0"
              style={{ top: at * scale + 1, height: minutes * scale - 2 }}
            >
              <Block
                appointment={appointment}
                zone={zone}
                isLive={now !== null && isRunning(appointment, now)}
                onOpen={onOpen}
              />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

interface BlockProps {
  appointment: Appointment;
  zone: string;
  isLive: boolean;
  onOpen: (id: string) => void;
}

function Block({ appointment, zone, isLive, onOpen }: BlockProps) {
  const { status } = appointment;
  const { icon: Icon, label } = markOf(appointment);
  const live = isLive && status === 'scheduled';
  const look = live
    ? 'live bg-accent-soft text-on-accent-soft shadow-[inset_calc(3px*var(--inline-sign))_0_0_var(--accent)]'
    : {
        scheduled: 'bg-surface-2 hover:bg-surface-3',
        pending: 'bg-surface-0 inset-ring-[1.5px] inset-ring-line-control hover:bg-surface-2',
        rescheduled: 'bg-surface-0 inset-ring-[1.5px] inset-ring-line-control hover:bg-surface-2',
        completed: 'bg-surface-1 text-muted hover:bg-surface-2',
        no_show: 'bg-surface-1 text-muted hover:bg-surface-2',
        cancelled: 'bg-surface-1 text-muted',
      }[status];
  const quiet = live ? undefined : 'text-muted';

  return (
    <button
      type="button"
      onClick={() => onOpen(appointment._id)}
      className={cx(
        'flex size-full items-center gap-2 overflow-hidden rounded-s px-3 text-start text-sm whitespace-nowrap',
        look,
      )}
    >
      <time dateTime={appointment.startsAt} className={cx('text-xs font-medium', quiet)}>
        {formatTime(appointment.startsAt, zone)}
      </time>
      <bdi className="truncate font-medium">{appointment.patientId.name}</bdi>
      <Icon aria-hidden="true" className={cx('ms-auto size-4', quiet)} />
      <span className="sr-only">{label}</span>
    </button>
  );
}

function summaryOf(appointments: readonly Appointment[], hours: readonly TimeRange[]) {
  if (appointments.length === 0) return hours.length === 0 ? t`No visits, no hours` : t`No visits`;
  const { held, missed: missing } = countDay(appointments);
  if (missing === 0) return appointmentCount(appointments.length);
  const missed = formatNumber(missing);
  const count = held + missing;
  return plural(count, { one: `# visit, ${missed} missed`, other: `# visits, ${missed} missed` });
}
