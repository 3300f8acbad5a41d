import { type DoctorSchedule, type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import type { FieldProblem } from '@health-connect/contract/problems';
import { endMinutesOf, isClockTime, isEndTime, MINUTES_IN_DAY, minutesOf } from './clock-time.js';
import type { TimeRange } from './make-slots.js';
import { lengthOf, LONGEST_NIGHT_MINUTES } from './nights.js';
import { addDays, weekdayOf } from './wall-clock.js';

type Schedule = Pick<DoctorSchedule, 'schedule' | 'overrides'>;

/** Slots of one day, with their place in the request body and which day it is. */
interface Day {
  slots: readonly TimeRange[];
  path: string;
  is: { day: Weekday } | { date: string };
}

/**
 * What is wrong with a weekly schedule and its overrides beyond the shape of single fields; empty when all is well.
 * Paths read like those of the request body: `schedule[0].slots[1].endTime`.
 */
export function validateSchedule({ schedule, overrides }: Schedule): FieldProblem[] {
  const problems = [
    ...repeats(schedule.map(({ day }) => day)).map((index): FieldProblem => ({
      path: `schedule[${index}].day`,
      problem: 'day_repeated',
    })),
    ...schedule.flatMap(({ slots }, index) => slotProblems(slots, `schedule[${index}].slots`)),
    ...repeats(overrides.map(({ date }) => date)).map((index): FieldProblem => ({
      path: `overrides[${index}].date`,
      problem: 'date_repeated',
    })),
    ...overrides.flatMap(({ date, slots }, index): FieldProblem[] => [
      ...(isDate(date) ? [] : [{ path: `overrides[${index}].date`, problem: 'not_a_date' } as const]),
      ...slotProblems(slots, `overrides[${index}].slots`),
    ]),
  ];
  return problems.length > 0 ? problems : nightProblems({ schedule, overrides });
}

function slotProblems(slots: readonly TimeRange[], path: string): FieldProblem[] {
  const badTimes = slots.flatMap((slot, index) => timeProblems(slot, `${path}[${index}]`));
  return badTimes.length ? badTimes : overlapProblems(slots, path);
}

function timeProblems({ startTime, endTime }: TimeRange, path: string): FieldProblem[] {
  const unreadable: FieldProblem[] = [
    ...(isClockTime(startTime) ? [] : [{ path: `${path}.startTime`, problem: 'not_a_time' } as const]),
    ...(isEndTime(endTime) ? [] : [{ path: `${path}.endTime`, problem: 'not_a_time' } as const]),
  ];
  if (unreadable.length) return unreadable;
  const { minutes, crossesMidnight } = lengthOf({ startTime, endTime });
  if (!crossesMidnight || minutes <= LONGEST_NIGHT_MINUTES) return [];
  const params = { start: startTime, hours: LONGEST_NIGHT_MINUTES / 60 };
  return [{ path: `${path}.endTime`, problem: 'ends_too_late', params }];
}

function overlapProblems(slots: readonly TimeRange[], path: string): FieldProblem[] {
  const inOrder = slots
    .map((slot, index) => ({ index, start: minutesOf(slot.startTime), end: endOf(slot), slot }))
    .sort((a, b) => a.start - b.start);
  let latest: (typeof inOrder)[number] | undefined;
  const problems: FieldProblem[] = [];
  for (const next of inOrder) {
    if (latest && next.start < latest.end) {
      const { startTime: start, endTime: end } = latest.slot;
      problems.push({ path: `${path}[${next.index}].startTime`, problem: 'overlaps', params: { start, end } });
    }
    if (!latest || next.end > latest.end) latest = next;
  }
  return problems;
}

/** Where a night runs into the day after it: in the week, Sunday's into Monday, and around the dates with their own hours. */
function nightProblems({ schedule, overrides }: Schedule): FieldProblem[] {
  const weekly = (day: Weekday): Day | undefined => {
    const index = schedule.findIndex((entry) => entry.day === day);
    return index < 0 ? undefined : { slots: schedule[index]!.slots, path: `schedule[${index}].slots`, is: { day } };
  };
  const special = new Map(
    overrides.map(({ date, slots }, index) => [date, { slots, path: `overrides[${index}].slots`, is: { date } }]),
  );
  const on = (date: string): Day | undefined => special.get(date) ?? weekly(weekdayOf(date));
  return [
    ...WEEKDAYS.flatMap((day, index) => runOver(weekly(day), weekly(WEEKDAYS[(index + 1) % WEEKDAYS.length]!))),
    ...overrides.flatMap(({ date }) => [
      ...(special.has(addDays(date, -1)) ? [] : runOver(on(addDays(date, -1)), special.get(date))),
      ...runOver(special.get(date), on(addDays(date, 1))),
    ]),
  ];
}

function runOver(evening: Day | undefined, morning: Day | undefined): FieldProblem[] {
  if (!evening || !morning) return [];
  const last = evening.slots.find((slot) => endOf(slot) > MINUTES_IN_DAY);
  if (!last) return [];
  const until = endOf(last) - MINUTES_IN_DAY;
  return morning.slots.flatMap(({ startTime }, index) =>
    minutesOf(startTime) < until ? [runsInto(`${morning.path}[${index}].startTime`, evening, last)] : [],
  );
}

function runsInto(path: string, { is }: Day, { startTime: start, endTime: end }: TimeRange): FieldProblem {
  return 'day' in is
    ? { path, problem: 'overlaps_on_day', params: { ...is, start, end } }
    : { path, problem: 'overlaps_on_date', params: { ...is, start, end } };
}

const endOf = ({ startTime, endTime }: TimeRange) => endMinutesOf(endTime, minutesOf(startTime));

/** The places of values that were already seen before them. */
function repeats(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  // The calendar rolls 30 February over to March instead of refusing it.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
