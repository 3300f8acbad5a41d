import { expect, test } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { countdown, isUnclosed } from './moments.js';

const START = '2026-11-24T18:00:00Z';
const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const appointment = buildAppointment(START);

test('the countdown names what is near and says nothing of what is far', () => {
  expect(countdown(appointment, at('17:52:00'))).toBe('Starts in 8 min');
  expect(countdown(appointment, at('15:30:00'))).toBe('Starts in 2 h 30 min');
  expect(countdown(appointment, at('18:00:10'))).toBe('Starts now');
  expect(countdown(appointment, at('18:03:00'))).toBe('Started 3 min ago');
  expect(countdown(appointment, at('10:00:00') - 3 * 86_400_000)).toBeNull();
});

test('a confirmed appointment whose room has closed waits to be closed, one that can still be joined does not', () => {
  expect(isUnclosed(appointment, at('19:00:00'))).toBe(true);
  expect(isUnclosed(buildAppointment(START, { can: { join: true } }), at('19:00:00'))).toBe(false);
  expect(isUnclosed(buildAppointment(START, { status: 'completed' }), at('19:00:00'))).toBe(false);
  expect(isUnclosed(appointment, at('18:10:00'))).toBe(false);
});
