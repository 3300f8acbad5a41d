import type { BookingRules, DoctorSchedule } from '@health-connect/contract/availability';
import type { Slot } from '@health-connect/contract/slots';
import { doctorCells, type Interval, touches } from './cells.js';
import { clockTimeOf, endMinutesOf, minutesOf } from './clock-time.js';
import { localDateOf, localTimeAt, offsetMinutesAt } from './local-time.js';
import { addDays, datesBetween, dayClock, weekdayOf } from './wall-clock.js';

const MINUTE_MS = 60_000;

/** A doctor's hours: what makes the slots of a date, before anybody booked. */
export type Hours = Pick<DoctorSchedule, 'schedule' | 'overrides' | 'timeZone'>;

/** A slot on a day; instants are epoch milliseconds, `date`, `startTime` and `endTime` the doctor's wall clock. */
export type ScheduledSlot = Omit<Slot, 'startsAt' | 'endsAt' | 'available'> & Interval;

/** A slot that can be booked. */
export type OfferedSlot = ScheduledSlot & { available: boolean };

/**
 * Time of the doctor that is held: an appointment, or the cells stored with it. Pass the stored cells where there are
 * any: they carry the buffers of the day it was booked, and they are what the database compares.
 */
export type Busy = Interval | { cells: readonly number[] };

/** Everything that decides what a doctor offers at a moment (`now`, epoch ms). */
export interface Availability extends Hours {
  rules: BookingRules;
  now: number;
  /** Whoever moves an appointment leaves that appointment out. */
  busy: readonly Busy[];
}

/** Why a scheduled slot cannot be booked: too near, too far ahead, or held. */
export type SlotRefusal = 'notice' | 'window' | 'taken';

/**
 * The slots a doctor's hours make on the local dates `from` to `to`, in order, free or not. A slot belongs to the date
 * on which it starts, also where it ends on the next.
 *
 * An override replaces the weekly slots of its date: an empty one is a day off, one with slots (each of them bookable)
 * is that day's hours. Where the clock springs forward, a slot that touches the gap does not exist; where it falls
 * back, a start in the repeated time exists twice, but a second one that would run into an appointment already listed
 * is left out, and so is one that begins while a slot of the night before still runs.
 */
export function scheduledSlots(hours: Hours, from: string, to: string): ScheduledSlot[] {
  return [...slotDays(hours, from, to)].flat();
}

/** The same, one list for each date, made when it is asked for. */
export function* slotDays({ schedule, overrides, timeZone }: Hours, from: string, to: string) {
  const weekly = new Map(schedule.map(({ day, slots }) => [day, slots.filter((slot) => slot.isAvailable)]));
  const special = new Map(overrides.map(({ date, slots }) => [date, slots]));
  const slotsOn = (date: string) => {
    const template = special.get(date) ?? weekly.get(weekdayOf(date));
    return template?.length ? slotsOfDay(date, template, timeZone) : [];
  };
  // What a date offers hangs on it and the night before alone, so it is the same wherever a list begins (TZ-9).
  let nightEnds = slotsOn(addDays(from, -1)).at(-1)?.endsAt ?? -Infinity;
  for (const date of datesBetween(from, to)) {
    const slots = slotsOn(date);
    const until = nightEnds;
    nightEnds = slots.at(-1)?.endsAt ?? -Infinity;
    yield slots.filter(({ startsAt }) => startsAt >= until);
  }
}

/**
 * What patients may book on the local dates `from` to `to`: the scheduled slots that no rule and no appointment
 * refuses.
 */
export function offeredSlots({
  from,
  to,
  ...availability
}: Availability & { from: string; to: string }): OfferedSlot[] {
  const refusalOf = judgeSlots(availability);
  return scheduledSlots(availability, from, to)
    .filter((slot) => !refusalOf(slot))
    .map((slot) => ({ ...slot, available: true }));
}

/** Makes the one function that says why a scheduled slot cannot be booked, or null: lists and bookings both ask it. */
export function judgeSlots(
  availability: Omit<Availability, 'schedule' | 'overrides'>,
): (slot: ScheduledSlot) => SlotRefusal | null {
  const { rules, timeZone, now, busy } = availability;
  const earliest = now + rules.minimumNoticeMinutes * MINUTE_MS;
  const lastDate = addDays(localDateOf(now, timeZone), rules.bookingWindowDays);
  const held = new Set(busy.flatMap((time) => ('cells' in time ? time.cells : doctorCells(time, rules))));
  return (slot) => {
    if (slot.startsAt < earliest) return 'notice';
    if (slot.date > lastDate) return 'window';
    return touches(held, slot, rules) ? 'taken' : null;
  };
}

function slotsOfDay(date: string, template: readonly { startTime: string; endTime: string }[], timeZone: string) {
  const clock = dayClock(date, timeZone);
  const found = template.flatMap(({ startTime, endTime }) => {
    const start = minutesOf(startTime);
    const end = endMinutesOf(endTime, start);
    return clock.instantsAt(start).map((startsAt) => {
      const endsAt = startsAt + (end - start) * MINUTE_MS;
      const shownEnd = clock.isSteady ? clockTimeOf(end) : localTimeAt(endsAt, timeZone).time;
      return { startsAt, endsAt, date, startTime, endTime: shownEnd };
    });
  });
  return withoutOverlaps(clock.isSteady ? found : found.filter((slot) => !jumpsForward(slot, timeZone)));
}

function jumpsForward({ startsAt, endsAt }: Interval, timeZone: string): boolean {
  return offsetMinutesAt(endsAt - 1, timeZone) > offsetMinutesAt(startsAt, timeZone);
}

function withoutOverlaps(slots: ScheduledSlot[]): ScheduledSlot[] {
  let free = -Infinity;
  return slots
    .sort((a, b) => a.startsAt - b.startsAt)
    .filter(({ startsAt, endsAt }) => {
      if (startsAt < free) return false;
      free = endsAt;
      return true;
    });
}
