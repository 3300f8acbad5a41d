import type { WeeklySlot } from '@health-connect/contract/availability';
import { clockTimeOf, endMinutesOf, minutesOf } from './clock-time.js';

/** Hours of a day, `HH:mm`; an end of 00:00 is midnight at the end of the day. */
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
 * The slots of a day: visits one after the other in each stretch of work, the next stretch starting where a break ends.
 * What is left of a stretch and too short for a visit stays free (09:00–12:00 at 45 min: the last starts at 11:15).
 */
export function makeSlots({ ranges, visitMinutes, breaks = [] }: WorkingHours): WeeklySlot[] {
  if (!(visitMinutes > 0)) return [];
  const pauses = merge(breaks.map(spanOf));
  return merge(ranges.map(spanOf))
    .flatMap((work) => without(work, pauses))
    .flatMap(({ start, end }) => {
      const count = Math.floor((end - start) / visitMinutes);
      return Array.from({ length: count }, (_, index) => start + index * visitMinutes);
    })
    .map((start, index) => ({
      slotNumber: index + 1,
      startTime: clockTimeOf(start),
      endTime: clockTimeOf(start + visitMinutes),
      isAvailable: true,
    }));
}

/**
 * The inverse, for an editor that opens a stored day: stretches of slots that follow each other without a pause, and the
 * visit length, null where there are no slots or their lengths differ.
 */
export function rangesOf(slots: readonly TimeRange[]): { ranges: TimeRange[]; visitMinutes: number | null } {
  const spans = slots.map(spanOf);
  const lengths = new Set(spans.map(({ start, end }) => end - start));
  const ranges = merge(spans).map(({ start, end }) => ({ startTime: clockTimeOf(start), endTime: clockTimeOf(end) }));
  return { ranges, visitMinutes: lengths.size === 1 ? [...lengths][0]! : null };
}

function spanOf({ startTime, endTime }: TimeRange): Span {
  return { start: minutesOf(startTime), end: endMinutesOf(endTime) };
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
