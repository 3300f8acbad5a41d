import {
  type BookingRules,
  type DateOverride,
  type DoctorSchedule,
  type SaveSchedule,
  type Weekday,
  type WeeklySlot,
  WEEKDAYS,
} from '@health-connect/contract/availability';
import { makeSlots, rangesOf, type TimeRange } from '@health-connect/scheduling/make-slots';
import { eachDay } from './week.js';

export const USUAL_VISIT_MINUTES = 30;

/** One weekday as the editor shows it: stretches of work; what lies between them is a break. */
export interface DayDraft {
  isOn: boolean;
  ranges: readonly TimeRange[];
  /** The slots as they are stored, for as long as nothing that makes them was touched. */
  stored: readonly WeeklySlot[] | null;
}

export interface ScheduleDraft {
  timeZone: string;
  visitMinutes: number;
  days: Record<Weekday, DayDraft>;
  overrides: readonly DateOverride[];
  rules: BookingRules;
}

/** Opens a stored schedule for the editor. */
export function draftOf({ timeZone, schedule, overrides, rules }: DoctorSchedule): ScheduleDraft {
  const slotsOf = (day: Weekday) => schedule.find((entry) => entry.day === day)?.slots ?? [];
  return {
    timeZone,
    visitMinutes: commonLength(schedule.flatMap(({ slots }) => slots)),
    days: eachDay((day) => {
      const stored = slotsOf(day);
      const { ranges } = rangesOf(stored.filter(({ isAvailable }) => isAvailable));
      return { isOn: ranges.length > 0, ranges, stored };
    }),
    overrides,
    rules,
  };
}

/** The slots that a day of the draft offers. */
export function slotsOfDay({ isOn, ranges, stored }: DayDraft, visitMinutes: number): WeeklySlot[] {
  if (stored) return [...stored];
  return isOn ? makeSlots({ ranges, visitMinutes }) : [];
}

/** What the draft asks the server to store. Past dates are over and need no keeping. */
export function toSave(draft: ScheduleDraft, today: string): Required<SaveSchedule> {
  return {
    timeZone: draft.timeZone,
    schedule: WEEKDAYS.map((day) => ({ day, slots: slotsOfDay(draft.days[day], draft.visitMinutes) })),
    overrides: draft.overrides.filter(({ date }) => date >= today),
    rules: draft.rules,
  };
}

/** The same draft with one day's work changed. */
export function withDay(draft: ScheduleDraft, day: Weekday, change: Partial<Omit<DayDraft, 'stored'>>): ScheduleDraft {
  return { ...draft, days: { ...draft.days, [day]: { ...draft.days[day], ...change, stored: null } } };
}

/** Longer or shorter visits fill the same hours anew, on every weekday and on special dates. */
export function withVisitMinutes(draft: ScheduleDraft, visitMinutes: number): ScheduleDraft {
  return {
    ...draft,
    visitMinutes,
    days: eachDay((day) => ({ ...draft.days[day], stored: null })),
    overrides: draft.overrides.map((override) => ({
      ...override,
      slots: makeSlots({ ranges: rangesOf(override.slots).ranges, visitMinutes }).map(timesOf),
    })),
  };
}

export const copyDay = (draft: ScheduleDraft, from: Weekday, to: readonly Weekday[]) =>
  to.reduce((copied, day) => withDay(copied, day, { isOn: true, ranges: draft.days[from].ranges }), draft);

/** Monday to Friday with a break at noon: a start that most can bend to their own. */
export function withTypicalHours(draft: ScheduleDraft): ScheduleDraft {
  const ranges = [
    { startTime: '09:00', endTime: '12:00' },
    { startTime: '13:00', endTime: '17:00' },
  ];
  return WEEKDAYS.slice(0, 5).reduce((next, day) => withDay(next, day, { isOn: true, ranges }), draft);
}

/** The special date without what only weekly slots carry. */
export const timesOf = ({ startTime, endTime }: TimeRange): TimeRange => ({ startTime, endTime });

/** The visit length that most slots have. */
function commonLength(slots: readonly WeeklySlot[]): number {
  const counts = new Map<number, number>();
  for (const slot of slots) {
    const { visitMinutes } = rangesOf([slot]);
    if (visitMinutes) counts.set(visitMinutes, (counts.get(visitMinutes) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? USUAL_VISIT_MINUTES;
}
