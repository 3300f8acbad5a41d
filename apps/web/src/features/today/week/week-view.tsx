import type { Appointment } from '@health-connect/contract/appointments';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { t } from '@lingui/core/macro';
import { cx } from '../../../components/cx.js';
import { formatDate, formatTime } from '../../../lib/time.js';
import { mondayOf, weekFrom } from '../../../lib/week.js';
import { markOf } from '../timeline/mark.js';

interface WeekViewProps {
  appointments: readonly Appointment[];
  /** Any date of the week. */
  date: string;
  today: string;
  zone: string;
  onDay: (date: string) => void;
  onOpen: (id: string) => void;
}

const todayLabel = (day: string) => t`Today, ${day}`;

/** Seven days side by side, on a phone one below the other. */
export function WeekView({ appointments, date, today, zone, onDay, onOpen }: WeekViewProps) {
  return (
    <ol className="grid gap-x-3 gap-y-6 min-[66rem]:grid-cols-7">
      {weekFrom(mondayOf(date)).map((day) => {
        const own = appointments.filter(({ startsAt }) => localDateOf(Date.parse(startsAt), zone) === day);
        return (
          <li key={day} className="min-w-0">
            <h2 className="mb-2 text-sm">
              <button
                type="button"
                aria-current={day === today ? 'date' : undefined}
                className={cx(
                  'min-h-control w-full rounded-md px-2 text-start font-semibold hover:bg-surface-2',
                  day === today && 'text-accent-ink',
                )}
                onClick={() => onDay(day)}
              >
                {day === today ? todayLabel(formatDate(day)) : formatDate(day)}
              </button>
            </h2>
            {own.length === 0 ? (
              <p className="px-2 text-sm text-muted">{t`No visits`}</p>
            ) : (
              <ul role="list" className="grid gap-1">
                {own.map((appointment) => (
                  <li key={appointment._id}>
                    <WeekAppointment appointment={appointment} zone={zone} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function WeekAppointment({
  appointment,
  zone,
  onOpen,
}: Pick<WeekViewProps, 'zone' | 'onOpen'> & { appointment: Appointment }) {
  const { icon: Icon, label } = markOf(appointment);
  const isOpen = appointment.status === 'pending' || appointment.status === 'rescheduled';
  return (
    <button
      type="button"
      onClick={() => onOpen(appointment._id)}
      className={cx(
        'grid min-h-control w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 rounded-s px-2 py-1 text-start text-sm hover:bg-surface-3',
        isOpen ? 'inset-ring-[1.5px] inset-ring-line-control' : 'bg-surface-2',
      )}
    >
      <span className="min-w-0">
        <time dateTime={appointment.startsAt} className="block text-xs font-medium text-muted">
          {formatTime(appointment.startsAt, zone)}
        </time>
        <span className="block truncate font-medium">
          <bdi>{appointment.patientId.name}</bdi>
        </span>
      </span>
      <Icon aria-hidden="true" className="size-4 text-muted" />
      <span className="sr-only">{label}</span>
    </button>
  );
}
