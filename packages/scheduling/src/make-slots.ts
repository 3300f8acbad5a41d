import type { WeeklySlot } from '@health-connect/contract/availability';
import { clockTimeOf, endMinutesOf, MINUTES_IN_DAY, minutesOf } from './clock-time.js';

/** Hours of a day, `HH:mm`; an end that is not after the start lies on the next day, one of 24:00 at its beginning. */
export interface TimeRange {
  startTime: string;
  endTime: string;
}

/** What the editor asks a doctor for. */
export interface WorkingHours {
  ranges: readonly TimeRange[];
  visitMinutes: number;
  breaks?: readonly TimeRange[];
}

/** Minutes since midnight, the end not included. */
interface Span {
  start: number;
  end: number;
}

/**
 * The slots of a day: appointments one after the other in each stretch of work, the next stretch starting where a break
 * ends. What is left of a stretch and too short for an appointment stays free (09:00–12:00 at 45 min: the last starts
 * at 11:15). Of a night (22:00 to 02:00) those that start before midnight: a slot belongs to the day on which it
 * starts.
 */
export function makeSlots(hours: WorkingHours): WeeklySlot[] {
  return numbered(spansOf(hours).filter(({ start }) => start < MINUTES_IN_DAY));
}

/** What the hours of a day make after midnight: slots of the next day. */
export function makeNightSlots(hours: WorkingHours): WeeklySlot[] {
  return numbered(spansOf(hours).filter(({ start }) => start >= MINUTES_IN_DAY));
}

function spansOf({ ranges, visitMinutes, breaks = [] }: WorkingHours): Span[] {
  if (!(visitMinutes > 0)) return [];
  const pauses = merge(breaks.flatMap((pause) => [spanOf(pause), tomorrow(spanOf(pause))]));
  return merge(ranges.map(spanOf))
    .flatMap((work) => without(work, pauses))
    .flatMap(({ start, end }) => {
      const count = Math.floor((end - start) / visitMinutes);
      return Array.from({ length: count }, (_, index) => start + index * visitMinutes);
    })
    .map((start) => ({ start, end: start + visitMinutes }));
}

const tomorrow = ({ start, end }: Span): Span => ({ start: start + MINUTES_IN_DAY, end: end + MINUTES_IN_DAY });

const numbered = (spans: readonly Span[]): WeeklySlot[] =>
  spans.map(({ start, end }, index) => ({
    slotNumber: index + 1,
    startTime: clockTimeOf(start),
    endTime: clockTimeOf(end),
    isAvailable: true,
  }));

/**
 * The inverse, for an editor that opens a stored day: stretches of slots that follow each other without a pause, and
 * the appointment length, null where there are no slots or their lengths differ.
 */
export function rangesOf(slots: readonly TimeRange[]): { ranges: TimeRange[]; visitMinutes: number | null } {
  const spans = slots.map(spanOf);
  const lengths = new Set(spans.map(({ start, end }) => end - start));
  const ranges = merge(spans).map(({ start, end }) => ({ startTime: clockTimeOf(start), endTime: clockTimeOf(end) }));
  return { ranges, visitMinutes: lengths.size === 1 ? [...lengths][0]! : null };
}

function spanOf({ startTime, endTime }: TimeRange): Span {
  const start = minutesOf(startTime);
  return { start, end: endMinutesOf(endTime, start) };
}

/** In order, with those that touch or overlap made one, and empty ones dropped. */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}

function without(work: Span, pauses: readonly Span[]): Span[] {
  const left: Span[] = [];
  let { start } = work;
  for (const pause of pauses) {
    if (pause.end <= start || pause.start >= work.end) continue;
    if (pause.start > start) left.push({ start, end: pause.start });
    start = pause.end;
  }
  if (start < work.end) left.push({ start, end: work.end });
  return left;
}
