import type { Appointment } from '@health-connect/contract/appointments';
import type { DoctorSchedule } from '@health-connect/contract/availability';
import { clockTimeOf, endMinutesOf, MINUTES_IN_DAY, minutesOf } from '@health-connect/scheduling/clock-time';
import { localTimeAt } from '@health-connect/scheduling/local-time';
import { rangesOf, type TimeRange } from '@health-connect/scheduling/make-slots';
import { t } from '@lingui/core/macro';
import { formatClockTime } from '../../../lib/time.js';
import { weekdayOf } from '../../../lib/week.js';

/** A stretch of the day, minutes since the day's first hour. */
interface Span {
  at: number;
  minutes: number;
}

export interface TimelineLayout {
  /** First minute of the day that is shown, since midnight. */
  from: number;
  minutes: number;
  /** Pixels a minute: 1.25, more where appointments are too short to hold a line of words. */
  scale: number;
  hours: { at: number; label: string }[];
  blocks: (Span & { appointment: Appointment })[];
  breaks: (Span & { label: string })[];
}

const HOUR = 60;
const USUAL = { start: 9 * HOUR, end: 17 * HOUR };
const SCALE = 1.25;
const LINE_PX = 28;

/** The hours that a doctor works on a date: its own if it has some, else those of its weekday. */
export function hoursOn(schedule: DoctorSchedule | undefined, date: string): TimeRange[] {
  const special = schedule?.overrides.find((override) => override.date === date);
  const weekly = schedule?.schedule.find(({ day }) => day === weekdayOf(date))?.slots ?? [];
  return rangesOf(special ? special.slots : weekly.filter(({ isAvailable }) => isAvailable)).ranges;
}

/** Where everything of one date lies, on the doctor’s clock; an appointment of the night before from midnight on. */
export function layOutDay(
  appointments: readonly Appointment[],
  hours: readonly TimeRange[],
  { zone, date }: { zone: string; date: string },
): TimelineLayout {
  const spans = appointments.map((appointment) => ({ appointment, ...spanOn(appointment, date, zone) }));
  const work = hours.map(({ startTime, endTime }) => {
    const start = minutesOf(startTime);
    return { start, end: Math.min(endMinutesOf(endTime, start), MINUTES_IN_DAY) };
  });
  const starts = [...spans.map(({ at }) => at), ...work.map(({ start }) => start)];
  const ends = [...spans.map(({ at, minutes }) => at + minutes), ...work.map(({ end }) => end)];
  const from = Math.floor((starts.length ? Math.min(...starts) : USUAL.start) / HOUR) * HOUR;
  const until = Math.ceil((ends.length ? Math.max(...ends) : USUAL.end) / HOUR) * HOUR;
  const shortest = Math.min(...spans.map(({ minutes }) => minutes), 30);

  return {
    from,
    minutes: until - from,
    scale: Math.max(SCALE, LINE_PX / shortest),
    hours: Array.from({ length: (until - from) / HOUR + 1 }, (_, index) => ({
      at: index * HOUR,
      label: formatClockTime(clockTimeOf(from + index * HOUR)),
    })),
    blocks: spans.map(({ at, ...rest }) => ({ ...rest, at: at - from })),
    // An appointment that lies on a break says more than its label.
    breaks: breaksIn(work)
      .filter(({ start, end }) => !spans.some(({ at, minutes }) => at < end && at + minutes > start))
      .map(({ start, end }) => ({
        at: start - from,
        minutes: end - start,
        label: breakLabel(formatClockTime(clockTimeOf(start)), formatClockTime(clockTimeOf(end))),
      })),
  };
}

const breakLabel = (from: string, to: string) => t`Break, ${from} to ${to}`;

/** Where a moment lies in a laid-out day; null when it is not shown. */
export function placeOfNow({ from, minutes }: TimelineLayout, now: number, zone: string): number | null {
  const at = minutesOf(localTimeAt(now, zone).time) - from;
  return at >= 0 && at <= minutes ? at : null;
}

function spanOn({ startsAt, endsAt }: Appointment, date: string, zone: string): Span {
  const start = localTimeAt(Date.parse(startsAt), zone);
  if (start.date < date) return { at: 0, minutes: minutesOf(localTimeAt(Date.parse(endsAt), zone).time) };
  return { at: minutesOf(start.time), minutes: (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 };
}

function breaksIn(work: readonly { start: number; end: number }[]) {
  return work.slice(1).map(({ start }, index) => ({ start: work[index]!.end, end: start }));
}
