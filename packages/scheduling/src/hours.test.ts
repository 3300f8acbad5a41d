import { describe, expect, test } from 'vitest';
import { at, buildAvailability } from '../test/availability.js';
import { isWithinHours } from './hours.js';

const appointment = (from: string, to: string) => ({
  startsAt: at(`2026-11-24T${from}:00Z`),
  endsAt: at(`2026-11-24T${to}:00Z`),
});

describe('BK-14: an appointment and changed hours', () => {
  test('lies within hours that cover it, also across two slots', () => {
    expect(isWithinHours(appointment('09:00', '09:30'), buildAvailability())).toBe(true);
    expect(isWithinHours(appointment('09:15', '10:15'), buildAvailability())).toBe(true);
  });

  test('lies outside where they end too early, pause, or the day is off', () => {
    const pause = {
      ranges: [
        { startTime: '09:00', endTime: '09:30' },
        { startTime: '10:00', endTime: '12:00' },
      ],
      visitMinutes: 30,
    };
    expect(isWithinHours(appointment('11:45', '12:15'), buildAvailability())).toBe(false);
    expect(isWithinHours(appointment('09:15', '10:15'), buildAvailability({ hours: pause }))).toBe(false);
    expect(
      isWithinHours(
        appointment('09:00', '09:30'),
        buildAvailability({ overrides: [{ date: '2026-11-24', slots: [] }] }),
      ),
    ).toBe(false);
  });
});
