import { expect, test } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { countDay, readDay } from './read-day.js';

const at = (time: string) => Date.parse(`2026-11-25T${time}:00Z`);
const appointment = (time: string, over: Parameters<typeof buildAppointment>[1] = {}) =>
  buildAppointment(`2026-11-25T${time}:00Z`, over);

test('now is the appointment that goes on, next the one after it', () => {
  const [nine, ten, eleven] = [appointment('09:00'), appointment('10:00'), appointment('11:00')];
  expect(readDay([eleven, nine, ten], at('10:10'))).toEqual({ current: ten, next: eleven, unfinished: [nine] });
});

test('between two appointments the coming one is current', () => {
  const ten = appointment('10:00');
  expect(readDay([ten], at('09:00'))).toEqual({ current: ten, next: null, unfinished: [] });
});

test('an appointment is over from its last minute on, and stays open until the doctor closes it', () => {
  const ten = appointment('10:00');
  expect(readDay([ten], at('10:30'))).toEqual({ current: null, next: null, unfinished: [ten] });
  expect(readDay([{ ...ten, status: 'completed' }], at('10:30')).unfinished).toEqual([]);
});

test('requests, proposals and what is over are not next', () => {
  const others = (['pending', 'rescheduled', 'cancelled', 'no_show'] as const).map((status) =>
    appointment('10:00', { status }),
  );
  expect(readDay(others, at('09:00')).current).toBeNull();
});

test('the line counts what is held, done and missed', () => {
  const day = (['completed', 'scheduled', 'rescheduled', 'no_show', 'pending', 'cancelled'] as const).map((status) =>
    appointment('10:00', { status }),
  );
  expect(countDay(day)).toEqual({ held: 3, done: 1, missed: 1 });
});
