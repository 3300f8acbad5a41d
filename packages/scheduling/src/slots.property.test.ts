import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, buildAvailability, YEAR, ZONES } from '../test/availability.js';
import { clockTimeOf } from './clock-time.js';
import { findSlot } from './find-slot.js';
import { localTimeAt } from './local-time.js';
import { offeredSlots, type ScheduledSlot, scheduledSlots } from './slots.js';
import { addDays, datesBetween, dayClock } from './wall-clock.js';

const MINUTE_MS = 60_000;
// Thousands of slots on a busy machine; how long it takes is not what these tests are about.
const PATIENCE_MS = 60_000;
const wholeDay = { ranges: [{ startTime: '00:00', endTime: '00:00' }], visitMinutes: 30 };

const expectInOrder = (slots: ScheduledSlot[]) => {
  for (const [index, slot] of slots.slice(1).entries()) {
    expect(slot.startsAt).toBeGreaterThanOrEqual(slots[index]!.endsAt);
  }
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
  opens: fc.integer({ min: 0, max: 230 }).map((five) => five * 5),
  openMinutes: fc.integer({ min: 12, max: 80 }).map((five) => five * 5),
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
    'TZ-9: every slot shown is accepted, every other one refused',
    () => {
      fc.assert(
        fc.property(week, ({ place: { timeZone, date: from }, opens, openMinutes, visitMinutes, rules, busy }) => {
          const range = { startTime: clockTimeOf(opens), endTime: clockTimeOf(Math.min(opens + openMinutes, 1440)) };
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
          const shown = new Set<number>();

          for (const { available, ...slot } of offeredSlots({ ...availability, from, to })) {
            shown.add(slot.startsAt);
            expect(available).toBe(true);
            expect(findSlot(availability, { startsAt: slot.startsAt })).toEqual({ ok: true, slot });
          }
          const scheduled = scheduledSlots(availability, from, to);
          for (const slot of scheduled) {
            expect(findSlot(availability, { startsAt: slot.startsAt }).ok).toBe(shown.has(slot.startsAt));
          }
          expectInOrder(scheduled);
        }),
        { numRuns: 100 },
      );
    },
    PATIENCE_MS,
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
    PATIENCE_MS,
  );

  test.each(ZONES)(
    '%s: each slot starts when its clock says so, keeps its length and overlaps none',
    (timeZone) => {
      const slots = scheduledSlots(buildAvailability({ timeZone, hours: wholeDay }), YEAR.from, YEAR.to);
      for (const { startsAt, endsAt, date, startTime } of slots) {
        expect(localTimeAt(startsAt, timeZone)).toMatchObject({ date, time: startTime });
        expect(endsAt - startsAt).toBe(30 * MINUTE_MS);
      }
      expectInOrder(slots);
      // Whole days without a hole: what a change takes in spring it gives back in autumn.
      expect(slots).toHaveLength(365 * 48);
      expect(slots.at(-1)!.endsAt - slots[0]!.startsAt).toBe(365 * 1440 * MINUTE_MS);
    },
    PATIENCE_MS,
  );
});
