import { DEFAULT_RULES } from '@health-connect/contract/availability';
import { describe, expect, test } from 'vitest';
import { at, buildAvailability } from '../test/availability.js';
import { ZONE_VECTORS } from '../test/zone-vectors.js';
import { doctorCells } from './cells.js';
import { formatOffset } from './format.js';
import { offsetMinutesAt } from './local-time.js';
import { makeSlots } from './make-slots.js';
import { type Availability, offeredSlots, scheduledSlots } from './slots.js';

const DAY = '2026-11-24';
const startsOn = (availability: Availability, date = DAY) =>
  offeredSlots({ ...availability, from: date, to: date }).map((slot) => slot.startTime);

describe('slots on the wall clock', () => {
  test.each(ZONE_VECTORS)('$behaviour ($date)', ({ timeZone, date, hours, slots }) => {
    const { visitMinutes, ...range } = hours;
    const availability = buildAvailability({ timeZone, hours: { ranges: [range], visitMinutes } });

    const found = scheduledSlots(availability, date, date);

    expect(
      found.map(({ startTime, startsAt }) => [startTime, formatOffset(offsetMinutesAt(startsAt, timeZone)), startsAt]),
    ).toEqual(slots.map(([startTime, offset, startsAt]) => [startTime, offset, at(startsAt)]));
    expect(found.every((slot) => slot.date === date)).toBe(true);
  });

  test('TZ-2: an appointment that ends where the gap begins shows the time the clock then shows', () => {
    const hours = { ranges: [{ startTime: '01:00', endTime: '04:00' }], visitMinutes: 30 };
    const availability = buildAvailability({ timeZone: 'America/New_York', hours });
    expect(scheduledSlots(availability, '2027-03-14', '2027-03-14').map((slot) => slot.endTime)).toEqual([
      '01:30',
      '03:00',
      '03:30',
      '04:00',
    ]);
  });

  test('TZ-2: an appointment that the gap would cut short does not exist', () => {
    const hours = { ranges: [{ startTime: '00:00', endTime: '05:00' }], visitMinutes: 45 };
    const availability = buildAvailability({ timeZone: 'America/New_York', hours });
    const starts = scheduledSlots(availability, '2027-03-14', '2027-03-14').map((slot) => slot.startTime);
    expect(starts).toEqual(['00:00', '00:45', '03:00', '03:45']);
  });

  test('TZ-3: a second start that runs into the appointment before it is left out', () => {
    const hours = { ranges: [{ startTime: '01:00', endTime: '03:00' }], visitMinutes: 120 };
    const availability = buildAvailability({ timeZone: 'America/New_York', hours });
    const slots = scheduledSlots(availability, '2026-11-01', '2026-11-01');
    expect(slots.map((slot) => slot.startsAt)).toEqual([at('2026-11-01T05:00:00Z')]);
  });

  test('an end of 00:00 reaches midnight', () => {
    const hours = { ranges: [{ startTime: '23:00', endTime: '00:00' }], visitMinutes: 30 };
    const [, last] = scheduledSlots(buildAvailability({ hours }), DAY, DAY);
    expect(last).toMatchObject({ startTime: '23:30', endTime: '00:00', endsAt: at('2026-11-25T00:00:00Z') });
  });
});

describe('what is offered', () => {
  test('BK-10: 09:00–12:00 at 45 minutes ends with 11:15', () => {
    const hours = { ranges: [{ startTime: '09:00', endTime: '12:00' }], visitMinutes: 45 };
    expect(startsOn(buildAvailability({ hours }))).toEqual(['09:00', '09:45', '10:30', '11:15']);
  });

  test('a weekly slot that is not available is no slot', () => {
    const [first, ...others] = makeSlots({ ranges: [{ startTime: '09:00', endTime: '10:30' }], visitMinutes: 30 });
    const slots = [{ ...first!, isAvailable: false }, ...others];
    expect(startsOn(buildAvailability({ schedule: [{ day: 'tuesday', slots }] }))).toEqual(['09:30', '10:00']);
  });

  test('an override replaces its date: a day off, or other hours', () => {
    const overrides = [
      { date: DAY, slots: [] },
      { date: '2026-11-25', slots: [{ startTime: '18:00', endTime: '18:20' }] },
    ];
    const availability = buildAvailability({ overrides });
    expect(startsOn(availability)).toEqual([]);
    expect(startsOn(availability, '2026-11-25')).toEqual(['18:00']);
    expect(startsOn(availability, '2026-11-26')).toHaveLength(6);
  });

  test('BK-9: nothing nearer than the minimum notice; exactly that near is fine', () => {
    const rules = { ...DEFAULT_RULES, minimumNoticeMinutes: 120 };
    expect(startsOn(buildAvailability({ rules, now: at('2026-11-24T09:00:00Z') }))).toEqual(['11:00', '11:30']);
    expect(startsOn(buildAvailability({ rules, now: at('2026-11-24T09:00:01Z') }))).toEqual(['11:30']);
  });

  test("BK-9: nothing beyond the booking window, counted in days of the doctor's zone", () => {
    // In Auckland it is already the 21st.
    const availability = buildAvailability({ timeZone: 'Pacific/Auckland', now: at('2026-11-20T12:00:00Z') });
    expect(startsOn(availability, '2027-01-20')).toHaveLength(6);
    expect(startsOn(availability, '2027-01-21')).toEqual([]);
  });

  test('BK-5: what an appointment holds is absent', () => {
    const busy = [{ startsAt: at(`${DAY}T10:00:00Z`), endsAt: at(`${DAY}T10:30:00Z`) }];
    expect(startsOn(buildAvailability({ busy }))).toEqual(['09:00', '09:30', '10:30', '11:00', '11:30']);
  });

  test('BK-8: with buffers 5 and 10, what stands beside an appointment needs both buffers', () => {
    const rules = { ...DEFAULT_RULES, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
    const busy = [{ startsAt: at(`${DAY}T10:00:00Z`), endsAt: at(`${DAY}T10:30:00Z`) }];
    const everyFive = Array.from({ length: 36 }, (_, index) => index * 5).map((minutes) => {
      const startsAt = at(`${DAY}T09:00:00Z`) + minutes * 60_000;
      return { startTime: new Date(startsAt).toISOString().slice(11, 16), startsAt };
    });
    const free = everyFive.filter(({ startTime, startsAt }) => {
      const endTime = new Date(startsAt + 30 * 60_000).toISOString().slice(11, 16);
      const overrides = [{ date: DAY, slots: [{ startTime, endTime }] }];
      return startsOn(buildAvailability({ overrides, rules, busy })).length === 1;
    });
    const starts = free.map(({ startTime }) => startTime);
    expect(starts.slice(0, 5)).toEqual(['09:00', '09:05', '09:10', '09:15', '10:45']);
  });

  test('stored cells hold what they held when they were booked, whatever the buffers are now', () => {
    const appointment = { startsAt: at(`${DAY}T10:00:00Z`), endsAt: at(`${DAY}T10:30:00Z`) };
    const cells = doctorCells(appointment, { bufferBeforeMinutes: 0, bufferAfterMinutes: 30 });
    expect(startsOn(buildAvailability({ busy: [{ cells }] }))).toEqual(['09:00', '09:30', '11:00', '11:30']);
  });
});
