import { type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import { makeSlots, type TimeRange } from '@health-connect/scheduling/make-slots';
import { validateSchedule } from '@health-connect/scheduling/validate-schedule';
import { plural } from '@lingui/core/macro';
import { problemWords } from '../../../lib/refusals/problem-words.js';
import type { AvailabilityDraft } from './draft.js';

/** What is wrong with stretches of work, by their place; empty when all is well. */
export type RangeProblems = ReadonlyMap<number, string>;

/** Stretches that cannot be: unreadable, ending before they start, overlapping, or too short for one appointment. */
export function rangeProblems(ranges: readonly TimeRange[], visitMinutes: number): RangeProblems {
  const problems = new Map<number, string>();
  // A special date has the shape of bare stretches; any date will do.
  const found = validateSchedule({ schedule: [], overrides: [{ date: '2026-01-01', slots: [...ranges] }] });
  for (const problem of found) {
    const index = Number(/slots\[(\d+)\]/.exec(problem.path)?.[1]);
    if (!problems.has(index)) problems.set(index, problemWords(problem));
  }
  if (problems.size > 0) return problems;
  ranges.forEach((range, index) => {
    if (makeSlots({ ranges: [range], visitMinutes }).length > 0) return;
    problems.set(index, tooShort(visitMinutes));
  });
  return problems;
}

const tooShort = (minutes: number) =>
  plural(minutes, { one: 'Too short for a visit of # minute.', other: 'Too short for a visit of # minutes.' });

/** The days of a draft that cannot be saved yet, also for a night that runs into the hours of the next day. */
export function dayProblems({ days, visitMinutes }: AvailabilityDraft): ReadonlyMap<Weekday, RangeProblems> {
  const problems = new Map<Weekday, RangeProblems>();
  const rangesOn = (day: Weekday) => (days[day].isOn ? days[day].ranges : []);
  for (const day of WEEKDAYS) {
    const found = days[day].stored ? new Map<number, string>() : rangeProblems(rangesOn(day), visitMinutes);
    if (found.size > 0) problems.set(day, found);
  }
  if (problems.size > 0) return problems;
  const schedule = WEEKDAYS.map((day) => ({ day, slots: rangesOn(day).map(asSlot) }));
  for (const problem of validateSchedule({ schedule, overrides: [] })) {
    const [day, index] = [...problem.path.matchAll(/\[(\d+)\]/g)].map(([, place]) => Number(place));
    problems.set(WEEKDAYS[day!]!, new Map([[index!, problemWords(problem)]]));
  }
  return problems;
}

const asSlot = (range: TimeRange, index: number) => ({ ...range, slotNumber: index + 1, isAvailable: true });
