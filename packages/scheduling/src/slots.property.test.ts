import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, buildAvailability, YEAR, ZONES } from '../test/availability.js';
import { doctorCells } from './cells.js';
import { clockTimeOf } from './clock-time.js';
import { findSlot } from './find-slot.js';
import { localTimeAt } from './local-time.js';
import { type Availability, offeredSlots, type ScheduledSlot, scheduledSlots } from './slots.js';
import { addDays, datesBetween, dayClock } from './wall-clock.js';

const MINUTE_MS = 60_000;
// Thousands of slots on a busy machine; how long it takes is not what these tests are about.
const TIMEOUT_MS = 180_000;
const wholeDay = { ranges: [{ startTime: '00:00', endTime: '00:00' }], visitMinutes: 30 };

const expectInOrder = (slots: ScheduledSlot[]) => {
  const early = slots.filter((slot, index) => index > 0 && slot.startsAt < slots[index - 1]!.endsAt);
  expect(early).toEqual([]);
};

/** Labels come from the instants: on the day a clock falls back a visit may end before it began, on the wall. */
const expectLabelled = (slots: ScheduledSlot[], timeZone: string) => {
  const wrong = slots.filter(({ date, startTime, endTime, startsAt, endsAt }) => {
    const start = localTimeAt(startsAt, timeZone);
    return start.date !== date || start.time !== startTime || localTimeAt(endsAt, timeZone).time !== endTime;
  });
  expect(wrong).toEqual([]);
};

/** Whatever of the list is booked, at midnight too, is refused from then on and takes nothing but its own time. */
const expectBookedOnce = (availability: Availability, span: { from: string; to: string }) => {
  const before = offeredSlots({ ...availability, ...span });
  const booked = before[Math.floor(before.length / 2)];
  if (!booked) return;
  const held = { ...availability, busy: [...availability.busy, { cells: doctorCells(booked, availability.rules) }] };
  expect(findSlot(held, { startsAt: booked.startsAt })).toEqual({ ok: false, reason: 'taken' });
  const after = offeredSlots({ ...held, ...span });
  expect(after.some(({ startsAt, endsAt }) => startsAt < booked.endsAt && endsAt > booked.startsAt)).toBe(false);
};

const dates = datesBetween(YEAR.from, YEAR.to);

/** A zone and a date in it, every second one within a day of a change of its offset. */
const placeAndDate = fc.constantFrom(...ZONES).chain((timeZone) => {
  const changes = dates.filter((date) => !dayClock(date, timeZone).isSteady);
  const anyDate = fc.constantFrom(...dates);
  const date = changes.length ? fc.oneof(anyDate, fc.constantFrom(...changes)) : anyDate;
  return fc.record({ timeZone: fc.constant(timeZone), date });
});

const week = fc.record({
  place: placeAndDate,
  // Two in three go on after midnight.
  opens: fc.integer({ min: 144, max: 287 }).map((five) => five * 5),
  openMinutes: fc.integer({ min: 12, max: 140 }).map((five) => five * 5),
  visitMinutes: fc.constantFrom(5, 15, 20, 25, 30, 45, 60, 90),
  rules: fc.record({
    bufferBeforeMinutes: fc.constantFrom(0, 3, 5, 30),
    bufferAfterMinutes: fc.constantFrom(0, 7, 10, 45),
    minimumNoticeMinutes: fc.constantFrom(0, 60, 1440),
    bookingWindowDays: fc.constantFrom(2, 60),
    autoConfirm: fc.boolean(),
  }),
  busy: fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 7 * 1440 }), length: fc.constantFrom(10, 30, 45) }), {
    maxLength: 12,
  }),
});

describe('over one year and twelve zones', () => {
  test(
    'TZ-9, FR-9: every slot shown, also at night, is accepted, once, and every other one refused',
    () => {
      fc.assert(
        fc.property(week, ({ place: { timeZone, date: from }, opens, openMinutes, visitMinutes, rules, busy }) => {
          const range = { startTime: clockTimeOf(opens), endTime: clockTimeOf(opens + openMinutes) };
          const now = at(`${from}T05:00:00Z`);
          const availability = buildAvailability({
            timeZone,
            rules,
            now,
            hours: { ranges: [range], visitMinutes },
            busy: busy.map(({ minutes, length }) => {
              const startsAt = now + minutes * MINUTE_MS;
              return { startsAt, endsAt: startsAt + length * MINUTE_MS };
            }),
          });
          const to = addDays(from, 6);
          const offered = offeredSlots({ ...availability, from, to });
          const shown = new Set(offered.map(({ startsAt }) => startsAt));
          expect(offered.every(({ available }) => available)).toBe(true);
          const scheduled = scheduledSlots(availability, from, to);
          for (const slot of scheduled) {
            const found = findSlot(availability, { startsAt: slot.startsAt });
            if (shown.has(slot.startsAt)) expect(found).toEqual({ ok: true, slot });
            else expect(found.ok).toBe(false);
          }
          expectInOrder(scheduled);
          expectLabelled(scheduled, timeZone);
          expectBookedOnce(availability, { from, to });
        }),
        { numRuns: 100 },
      );
    },
    TIMEOUT_MS,
  );

  test(
    'TZ-9: asked for by the wall clock as shown, the answer is that slot or its first twin',
    () => {
      fc.assert(
        fc.property(placeAndDate, ({ timeZone, date }) => {
          const availability = buildAvailability({
            timeZone,
            hours: wholeDay,
            now: at(`${addDays(date, -2)}T00:00:00Z`),
          });
          const slots = scheduledSlots(availability, date, date);
          for (const { startTime, endTime, startsAt } of slots) {
            const found = findSlot(availability, { date, startTime, endTime });
            const first = slots.find((slot) => slot.startTime === startTime)!;
            expect(found).toMatchObject({ ok: true, slot: { startsAt: first.startsAt } });
            expect(first.startsAt).toBeLessThanOrEqual(startsAt);
          }
        }),
        { numRuns: 40 },
      );
    },
    TIMEOUT_MS,
  );

  test.each(ZONES)(
    '%s: each slot starts when its clock says so, keeps its length and overlaps none',
    (timeZone) => {
      const slots = scheduledSlots(buildAvailability({ timeZone, hours: wholeDay }), YEAR.from, YEAR.to);
      expectLabelled(slots, timeZone);
      expect(slots.filter(({ startsAt, endsAt }) => endsAt - startsAt !== 30 * MINUTE_MS)).toEqual([]);
      expectInOrder(slots);
      // Whole days without a hole: what a change takes in spring it gives back in autumn.
      expect(slots).toHaveLength(365 * 48);
      expect(slots.at(-1)!.endsAt - slots[0]!.startsAt).toBe(365 * 1440 * MINUTE_MS);
    },
    TIMEOUT_MS,
  );
});
