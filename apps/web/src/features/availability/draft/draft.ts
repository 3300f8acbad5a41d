import {
  type BookingRules,
  type DateOverride,
  type DoctorSchedule,
  type SaveSchedule,
  type Weekday,
  type WeeklySlot,
  WEEKDAYS,
} from '@health-connect/contract/availability';
import { makeNightSlots, makeSlots, rangesOf, type TimeRange } from '@health-connect/scheduling/make-slots';
import { joinNights } from '@health-connect/scheduling/nights';
import { eachDay } from './week.js';

const USUAL_VISIT_MINUTES = 30;

/** One weekday as the editor shows it: stretches of work; what lies between them is a break. */
export interface DayDraft {
  isOn: boolean;
  /** One that goes on after midnight is one entry of the day on which it begins. */
  ranges: readonly TimeRange[];
  /** Its slots as they are stored, for as long as nothing that makes them was touched. */
  stored: EntrySlots | null;
}

/** The slots of a day's hours by the day on which they start: what follows midnight is stored with the next one. */
export interface EntrySlots {
  own: readonly WeeklySlot[];
  night: readonly WeeklySlot[];
}

export interface AvailabilityDraft {
  timeZone: string;
  visitMinutes: number;
  days: Record<Weekday, DayDraft>;
  overrides: readonly DateOverride[];
  rules: BookingRules;
}

/** Opens a stored schedule for the editor. */
export function draftOf({ timeZone, schedule, overrides, rules }: DoctorSchedule): AvailabilityDraft {
  const slots = WEEKDAYS.map((day) => schedule.find((entry) => entry.day === day)?.slots ?? []);
  const joined = joinNights(slots.map((ofDay) => rangesOf(ofDay.filter(({ isAvailable }) => isAvailable)).ranges));
  const isMorning = (slot: WeeklySlot, index: number) => {
    const { morning } = joined[index]!;
    return morning !== null && slot.startTime >= morning.startTime && slot.startTime < morning.endTime;
  };
  return {
    timeZone,
    visitMinutes: commonLength(slots.flat()),
    days: eachDay((day) => {
      const index = WEEKDAYS.indexOf(day);
      const next = (index + 1) % WEEKDAYS.length;
      const { ranges } = joined[index]!;
      const own = slots[index]!.filter((slot) => !isMorning(slot, index));
      const night = slots[next]!.filter((slot) => isMorning(slot, next));
      return { isOn: ranges.length > 0, ranges, stored: { own, night } };
    }),
    overrides,
    rules,
  };
}

/** The slots that a day's hours make, its night with them. */
export function slotsOfEntry({ isOn, ranges, stored }: DayDraft, visitMinutes: number): EntrySlots {
  if (stored) return stored;
  const hours = { ranges: isOn ? ranges : [], visitMinutes };
  return { own: makeSlots(hours), night: makeNightSlots(hours) };
}

/** The slots that start on a weekday: those of the night before, then its own. */
export function slotsOn({ days, visitMinutes }: AvailabilityDraft, day: Weekday): WeeklySlot[] {
  const before = days[WEEKDAYS.at(WEEKDAYS.indexOf(day) - 1)!];
  const night = slotsOfEntry(before, visitMinutes).night;
  const { own } = slotsOfEntry(days[day], visitMinutes);
  if (before.stored && days[day].stored) return [...night, ...own];
  return [...night, ...own].map((slot, index) => ({ ...slot, slotNumber: index + 1 }));
}

/** What the draft asks the server to store. Past dates are over and need no keeping. */
export function toSave(draft: AvailabilityDraft, today: string): Required<SaveSchedule> {
  return {
    timeZone: draft.timeZone,
    schedule: WEEKDAYS.map((day) => ({ day, slots: slotsOn(draft, day) })),
    overrides: draft.overrides.filter(({ date }) => date >= today),
    rules: draft.rules,
  };
}

/** The same draft with one day's work changed. */
export function withDay(
  draft: AvailabilityDraft,
  day: Weekday,
  change: Partial<Omit<DayDraft, 'stored'>>,
): AvailabilityDraft {
  return { ...draft, days: { ...draft.days, [day]: { ...draft.days[day], ...change, stored: null } } };
}

/** Longer or shorter appointments fill the same hours anew, on every weekday and on special dates. */
export function withVisitMinutes(draft: AvailabilityDraft, visitMinutes: number): AvailabilityDraft {
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

export const copyDay = (draft: AvailabilityDraft, from: Weekday, to: readonly Weekday[]) =>
  to.reduce((copied, day) => withDay(copied, day, { isOn: true, ranges: draft.days[from].ranges }), draft);

/** Monday to Friday with a break at noon: a start that most can bend to their own. */
export function withTypicalHours(draft: AvailabilityDraft): AvailabilityDraft {
  const ranges = [
    { startTime: '09:00', endTime: '12:00' },
    { startTime: '13:00', endTime: '17:00' },
  ];
  return WEEKDAYS.slice(0, 5).reduce((next, day) => withDay(next, day, { isOn: true, ranges }), draft);
}

/** The special date without what only weekly slots carry. */
export const timesOf = ({ startTime, endTime }: TimeRange): TimeRange => ({ startTime, endTime });

/** The appointment length that most slots have. */
function commonLength(slots: readonly WeeklySlot[]): number {
  const counts = new Map<number, number>();
  for (const slot of slots) {
    const { visitMinutes } = rangesOf([slot]);
    if (visitMinutes) counts.set(visitMinutes, (counts.get(visitMinutes) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? USUAL_VISIT_MINUTES;
}
