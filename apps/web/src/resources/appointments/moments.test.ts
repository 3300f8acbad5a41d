import { describe, expect, test } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { untilNextMoment } from './moments.js';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const appointment = buildAppointment('2026-11-24T18:00:00Z');

describe('asking again by the clock', () => {
  test('just after the room opens', () => {
    expect(untilNextMoment([appointment], at('17:44:50'))).toBe(10_500);
  });

  test('at least every minute, at most every second', () => {
    expect(untilNextMoment([appointment], at('10:00:00'))).toBe(60_000);
    expect(untilNextMoment([appointment], at('17:45:00'))).toBe(1_000);
    expect(untilNextMoment([], at('10:00:00'))).toBe(60_000);
  });
});
