import { expect, test } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { answerWords, cancelWords, historyWords, lineOf } from './labels.js';

const AT = '2026-11-24T18:00:00Z';
const entry = (over: object) =>
  ({ at: AT, by: 'doctor', command: 'confirm', from: null, to: 'scheduled', ...over }) as const;

test('the line under a name says what kind of appointment and what for', () => {
  const appointment = buildAppointment(AT, { reason: 'Follow-up', mode: 'chat' });
  expect(lineOf(appointment, 'patient')).toBe('General practice, chat. Follow-up.');
  expect(lineOf(appointment, 'doctor')).toBe('Chat. Follow-up.');
  expect(lineOf({ ...appointment, reason: 'Is it bad?' }, 'doctor')).toBe('Chat. Is it bad?');
  expect(lineOf({ ...appointment, reason: '' }, 'doctor')).toBe('Chat.');
});

test('a request says until when it waits, on the reader’s clock', () => {
  const request = buildAppointment(AT, { status: 'pending', answerBy: '2026-11-22T18:00:00.000Z' });
  const words = (reader: 'patient' | 'doctor') => answerWords(request, reader, 'America/Los_Angeles');
  expect(words('patient')).toBe('The doctor answers by Sun 22 Nov, 10:00');
  expect(words('doctor')).toBe('Answer by Sun 22 Nov, 10:00');
  expect(answerWords(buildAppointment(AT), 'doctor', 'UTC')).toBeNull();
});

test('history says who did what, as the reader would', () => {
  expect(historyWords(entry({ by: 'patient', command: 'move' }), 'patient')).toBe('You moved it');
  expect(historyWords(entry({ by: 'patient', command: 'move' }), 'doctor')).toBe('The patient moved it');
  expect(historyWords(entry({ by: 'system', command: 'expire', to: 'cancelled' }), 'patient')).toBe(
    'The doctor did not answer in time, so it was released',
  );
  expect(historyWords(entry({ by: 'system', command: 'expire', to: 'scheduled' }), 'patient')).toBe(
    'The proposal went unanswered, so the old time stays',
  );
});

test('a cancelled appointment says by whom and why', () => {
  const cancelled = (over: object) =>
    buildAppointment(AT, {
      status: 'cancelled',
      history: [entry({}), { ...entry({ command: 'cancel', to: 'cancelled' }), ...over }],
    });
  expect(cancelWords(cancelled({ reason: 'Called to the ward' }), 'patient')).toBe(
    'By the doctor: “Called to the ward”',
  );
  expect(cancelWords(cancelled({}), 'doctor')).toBe('By you');
  for (const reader of ['patient', 'doctor'] as const) {
    expect(cancelWords(cancelled({ by: 'system', command: 'expire' }), reader)).toBe(
      'The doctor did not answer in time',
    );
  }
});
