import type { DoctorSchedule } from '@health-connect/contract/availability';
import type { FieldProblem } from '@health-connect/contract/errors';
import { endMinutesOf, isClockTime, minutesOf } from './clock-time.js';
import type { TimeRange } from './make-slots.js';

/**
 * What is wrong with a weekly schedule and its overrides beyond the shape of single fields; empty when all is well.
 * Paths read like those of the request body: `schedule[0].slots[1].endTime`.
 */
export function validateSchedule({
  schedule,
  overrides,
}: Pick<DoctorSchedule, 'schedule' | 'overrides'>): FieldProblem[] {
  return [
    ...repeats(schedule.map(({ day }) => day)).map((index) => ({
      path: `schedule[${index}].day`,
      message: 'This day is listed twice. Put all its times in one list.',
    })),
    ...schedule.flatMap(({ slots }, index) => slotProblems(slots, `schedule[${index}].slots`)),
    ...repeats(overrides.map(({ date }) => date)).map((index) => ({
      path: `overrides[${index}].date`,
      message: 'This date is listed twice. Put all its times in one list.',
    })),
    ...overrides.flatMap(({ date, slots }, index) => [
      ...(isDate(date) ? [] : [{ path: `overrides[${index}].date`, message: 'Must be a date, like 2026-11-24.' }]),
      ...slotProblems(slots, `overrides[${index}].slots`),
    ]),
  ];
}

function slotProblems(slots: readonly TimeRange[], path: string): FieldProblem[] {
  const badTimes = slots.flatMap((slot, index) => timeProblems(slot, `${path}[${index}]`));
  return badTimes.length ? badTimes : overlapProblems(slots, path);
}

function timeProblems({ startTime, endTime }: TimeRange, path: string): FieldProblem[] {
  const unreadable = Object.entries({ startTime, endTime })
    .filter(([, time]) => !isClockTime(time))
    .map(([field]) => ({ path: `${path}.${field}`, message: 'Must be a time, like 09:30.' }));
  if (unreadable.length || endMinutesOf(endTime) > minutesOf(startTime)) return unreadable;
  return [{ path: `${path}.endTime`, message: `Must be after the start, ${startTime}.` }];
}

function overlapProblems(slots: readonly TimeRange[], path: string): FieldProblem[] {
  const inOrder = slots
    .map((slot, index) => ({ index, ...slot }))
    .sort((a, b) => minutesOf(a.startTime) - minutesOf(b.startTime));
  let latest: TimeRange | undefined;
  const problems: FieldProblem[] = [];
  for (const slot of inOrder) {
    if (latest && minutesOf(slot.startTime) < endMinutesOf(latest.endTime)) {
      const message = `Overlaps with ${latest.startTime} to ${latest.endTime}. Change one of the two.`;
      problems.push({ path: `${path}[${slot.index}].startTime`, message });
    }
    if (!latest || endMinutesOf(slot.endTime) > endMinutesOf(latest.endTime)) latest = slot;
  }
  return problems;
}

/** The places of values that were already seen before them. */
function repeats(values: readonly string[]): number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  // The calendar rolls 30 February over to March instead of refusing it.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
