import { type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import { makeSlots, type TimeRange } from '@health-connect/scheduling/make-slots';
import { validateSchedule } from '@health-connect/scheduling/validate-schedule';
import type { ScheduleDraft } from './draft.js';

/** What is wrong with stretches of work, by their place; empty when all is well. */
export type RangeProblems = ReadonlyMap<number, string>;

/** Stretches that cannot be: unreadable, ending before they start, overlapping, or too short for one visit. */
export function rangeProblems(ranges: readonly TimeRange[], visitMinutes: number): RangeProblems {
  const problems = new Map<number, string>();
  // A special date has the shape of bare stretches; any date will do.
  const found = validateSchedule({ schedule: [], overrides: [{ date: '2026-01-01', slots: [...ranges] }] });
  for (const { path, message } of found) {
    const index = Number(/slots\[(\d+)\]/.exec(path)?.[1]);
    if (!problems.has(index)) problems.set(index, message);
  }
  if (problems.size > 0) return problems;
  ranges.forEach((range, index) => {
    if (makeSlots({ ranges: [range], visitMinutes }).length > 0) return;
    problems.set(index, `Too short for a visit of ${visitMinutes} minutes.`);
  });
  return problems;
}

/** The days of a draft that cannot be saved yet. */
export function dayProblems({ days, visitMinutes }: ScheduleDraft): ReadonlyMap<Weekday, RangeProblems> {
  const problems = new Map<Weekday, RangeProblems>();
  for (const day of WEEKDAYS) {
    const { isOn, ranges, stored } = days[day];
    const found = isOn && !stored ? rangeProblems(ranges, visitMinutes) : new Map<number, string>();
    if (found.size > 0) problems.set(day, found);
  }
  return problems;
}
