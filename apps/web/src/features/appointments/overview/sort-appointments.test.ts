import { expect, test } from 'vitest';
import { buildAppointment } from '../../../../test/appointments.js';
import { sortAppointments } from './sort-appointments.js';

const NOW = Date.parse('2026-11-24T18:00:00Z');
const yesterday = buildAppointment('2026-11-23T18:00:00Z');
const soon = buildAppointment('2026-11-24T18:10:00Z', { can: { join: true } });
const asked = buildAppointment('2026-11-25T18:00:00Z', { status: 'pending' });
const proposed = buildAppointment('2026-11-26T18:00:00Z', { status: 'rescheduled' });
const later = buildAppointment('2026-11-27T18:00:00Z');
const all = [yesterday, soon, asked, proposed, later];

test('a patient answers proposals; a request of theirs is simply coming up', () => {
  expect(sortAppointments(all, 'patient', NOW)).toEqual({
    next: soon,
    asks: [proposed],
    coming: [asked, later],
    unclosed: [yesterday],
  });
});

test('a doctor answers requests and closes what is over; a proposal waits for the patient', () => {
  expect(sortAppointments(all, 'doctor', NOW)).toEqual({
    next: soon,
    asks: [asked, yesterday],
    coming: [proposed, later],
    unclosed: [],
  });
});

test('a room that is open comes before an appointment that is earlier', () => {
  const earlier = buildAppointment('2026-11-24T18:05:00Z', { mode: 'chat' });
  expect(sortAppointments([earlier, soon], 'patient', NOW).next).toBe(soon);
});
