import type { Appointment } from '@health-connect/contract/appointments';
import type { DoctorSchedule } from '@health-connect/contract/availability';
import { localTimeAt } from '@health-connect/scheduling/local-time';
import { rangesOf, type TimeRange } from '@health-connect/scheduling/make-slots';
import { weekdayOf } from '../../lib/week.js';

/** A stretch of the day, minutes since the day's first hour. */
interface Span {
  at: number;
  minutes: number;
}

export interface TimelineLayout {
  /** First minute of the day that is shown, since midnight. */
  from: number;
  minutes: number;
  /** Pixels a minute: 1.25, more where visits are too short to hold a line of words. */
  scale: number;
  hours: { at: number; label: string }[];
  blocks: (Span & { visit: Appointment })[];
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

/** Where everything of one day lies, on the doctor's clock. */
export function layOutDay(visits: readonly Appointment[], hours: readonly TimeRange[], zone: string): TimelineLayout {
  const spans = visits.map((visit) => ({
    visit,
    at: minutesOf(localTimeAt(Date.parse(visit.startsAt), zone).time),
    minutes: (Date.parse(visit.endsAt) - Date.parse(visit.startsAt)) / 60_000,
  }));
  const work = hours.map(({ startTime, endTime }) => ({
    start: minutesOf(startTime),
    // Midnight at the end of the day is written 00:00.
    end: minutesOf(endTime) || 24 * HOUR,
  }));
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
      label: clockOf(from + index * HOUR),
    })),
    blocks: spans.map(({ at, ...rest }) => ({ ...rest, at: at - from })),
    // A visit that lies on a break says more than its label.
    breaks: breaksIn(work)
      .filter(({ start, end }) => !spans.some(({ at, minutes }) => at < end && at + minutes > start))
      .map(({ start, end }) => ({
        at: start - from,
        minutes: end - start,
        label: `Break, ${clockOf(start)} to ${clockOf(end)}`,
      })),
  };
}

/** Where a moment lies in a laid-out day; null when it is not shown. */
export function placeOfNow({ from, minutes }: TimelineLayout, now: number, zone: string): number | null {
  const at = minutesOf(localTimeAt(now, zone).time) - from;
  return at >= 0 && at <= minutes ? at : null;
}

function breaksIn(work: readonly { start: number; end: number }[]) {
  return work.slice(1).map(({ start }, index) => ({ start: work[index]!.end, end: start }));
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5));
const clockOf = (minutes: number) =>
  [Math.floor(minutes / HOUR) % 24, minutes % HOUR].map((part) => String(part).padStart(2, '0')).join(':');
