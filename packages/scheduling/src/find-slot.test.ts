import { DEFAULT_RULES } from '@health-connect/contract/availability';
import { describe, expect, test } from 'vitest';
import { at, buildAvailability } from '../test/availability.js';
import { findSlot, nearestFree, nextSlots } from './find-slot.js';
import { offeredSlots } from './slots.js';

const DAY = '2026-11-24';

describe('findSlot', () => {
  test('finds a slot by the wall clock of the doctor, or by its instant', () => {
    const availability = buildAvailability({ timeZone: 'America/Los_Angeles' });
    const byClock = findSlot(availability, { date: DAY, startTime: '09:30', endTime: '10:00' });
    const byInstant = findSlot(availability, { startsAt: at('2026-11-24T17:30:00Z') });
    expect(byClock).toMatchObject({ ok: true, slot: { startsAt: at('2026-11-24T17:30:00Z') } });
    expect(byInstant).toEqual(byClock);
  });

  test('BK-9: a slot the client invented is not offered', () => {
    const availability = buildAvailability();
    for (const wanted of [
      { date: DAY, startTime: '13:00' },
      { date: DAY, startTime: '09:00', endTime: '17:00' },
      { startsAt: at(`${DAY}T09:10:00Z`) },
    ]) {
      expect(findSlot(availability, wanted)).toEqual({ ok: false, reason: 'not_offered' });
    }
  });

  test('BK-9: 1 h 59 ahead is refused where 2 h are asked; so is day 61', () => {
    const rules = { ...DEFAULT_RULES, minimumNoticeMinutes: 120 };
    const availability = buildAvailability({ rules, now: at(`${DAY}T07:01:00Z`) });
    expect(findSlot(availability, { date: DAY, startTime: '09:00' })).toEqual({ ok: false, reason: 'notice' });
    expect(findSlot(availability, { date: '2027-01-23', startTime: '09:00' })).toMatchObject({ ok: true });
    expect(findSlot(availability, { date: '2027-01-24', startTime: '09:00' })).toEqual({ ok: false, reason: 'window' });
  });

  test('BK-5: a held slot is taken', () => {
    const busy = [{ startsAt: at(`${DAY}T09:15:00Z`), endsAt: at(`${DAY}T09:20:00Z`) }];
    const found = findSlot(buildAvailability({ busy }), { date: DAY, startTime: '09:00' });
    expect(found).toEqual({ ok: false, reason: 'taken' });
  });

  test('TZ-3: date and time alone mean the first of a repeated hour, even when only the second is free', () => {
    const hours = { ranges: [{ startTime: '00:30', endTime: '03:00' }], visitMinutes: 30 };
    const availability = buildAvailability({
      timeZone: 'America/New_York',
      hours,
      now: at('2026-10-30T12:00:00Z'),
    });
    const [first, second] = [at('2026-11-01T05:30:00Z'), at('2026-11-01T06:30:00Z')];
    const byClock = { date: '2026-11-01', startTime: '01:30', endTime: '02:00' };
    expect(findSlot(availability, byClock)).toMatchObject({ slot: { startsAt: first } });
    expect(findSlot(availability, { startsAt: second })).toMatchObject({ slot: { startsAt: second } });

    const busy = [{ startsAt: first, endsAt: first + 30 * 60_000 }];
    expect(findSlot({ ...availability, busy }, byClock)).toEqual({ ok: false, reason: 'taken' });
    expect(findSlot({ ...availability, busy }, { startsAt: second })).toMatchObject({ ok: true });
  });
});

describe('what to offer instead', () => {
  test('the nearest free ones, in order of time', () => {
    const slots = offeredSlots({ ...buildAvailability(), from: DAY, to: DAY });
    const nearest = nearestFree(slots, at(`${DAY}T10:10:00Z`), 3);
    expect(nearest.map((slot) => slot.startTime)).toEqual(['09:30', '10:00', '10:30']);
  });

  test('the next ones from now on, over days without any', () => {
    const overrides = [{ date: '2026-11-21', slots: [] }];
    const next = nextSlots(buildAvailability({ overrides, now: at('2026-11-20T10:25:00Z') }), 2);
    expect(next.map(({ date, startTime }) => `${date} ${startTime}`)).toEqual(['2026-11-20 11:30', '2026-11-22 09:00']);
  });

  test('a doctor without hours has none', () => {
    expect(nextSlots(buildAvailability({ schedule: [] }), 3)).toEqual([]);
  });
});
