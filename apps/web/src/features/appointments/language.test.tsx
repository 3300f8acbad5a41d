import type { Appointment } from '@health-connect/contract/appointments';
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { buildDoctor, buildPatient } from '../../../test/people.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import { loadSpecialtyWords } from '../../lib/specialties/specialty-name.js';
import { menuOf, PUT, show } from './testing/show-page.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

// Tuesday, 10:00 in Los Angeles.
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T18:00:00Z'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
beforeEach(loadSpecialtyWords);

/** People, their pictures, places, and what somebody wrote. */
const NAMES = ['Dr. Mereana Te Whatu', 'MT', 'Ngozi Eze', 'NE', 'Los Angeles', 'Auckland', 'UTC', 'dolor'];

const history: Appointment['history'] = [
  { at: '2026-11-20T00:00:00.000Z', by: 'patient', command: 'book', from: null, to: 'pending' },
  {
    at: '2026-11-21T00:00:00.000Z',
    by: 'doctor',
    command: 'cancel',
    from: 'pending',
    to: 'cancelled',
    reason: 'dolor',
  },
];
const answerBy = '2026-11-24T22:00:00.000Z';
const proposed = {
  date: '2026-11-28',
  startTime: '07:00',
  endTime: '07:30',
  startsAt: '2026-11-27T18:00:00.000Z',
  endsAt: '2026-11-27T18:30:00.000Z',
  answerBy,
};
const everything = [
  buildAppointment('2026-11-24T18:20:00Z', { can: { join: true, cancel: true }, reason: 'Follow-up' }),
  buildAppointment('2026-11-25T18:30:00Z', { mode: 'chat', reason: 'dolor' }),
  buildAppointment('2026-11-26T18:30:00Z', { status: 'pending', answerBy }),
  buildAppointment('2026-11-26T18:30:00Z', {
    status: 'rescheduled',
    proposed,
    comment: 'dolor',
    can: { answer: true },
  }),
  buildAppointment('2026-11-20T18:30:00Z'),
  buildAppointment('2026-11-19T18:30:00Z', { status: 'cancelled', history }),
  buildAppointment('2026-11-18T18:30:00Z', { status: 'completed', summary: 'dolor', rating: 4 }),
  buildAppointment('2026-11-17T18:30:00Z', { status: 'no_show' }),
];

test.each([
  ['patient', buildPatient()],
  ['doctor', buildDoctor()],
] as const)('another language leaves no English in what a %s sees of every kind of visit', async (_role, account) => {
  show(everything, account);
  await screen.findByText('Coming up');
  await screen.findByText('Past');
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});

test('another language leaves no English in an opened visit, nor in what can be done with it', async () => {
  const opened = { ...everything[5]!, symptoms: 'dolor', summary: 'dolor', review: 'dolor', rating: 5 };
  const can = { reschedule: true, editReason: true, review: true, cancel: true };
  const appointment = { ...opened, can: { ...opened.can, ...can } };
  show([appointment], buildPatient(), `/appointments?visit=${appointment._id}`);
  await screen.findByText('History');
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});

test('a usual reason is read in the reader’s language, and stays as it is stored', async () => {
  const appointment = buildAppointment('2026-11-26T18:30:00Z', { reason: 'Prescription', can: { editReason: true } });
  const { user, api } = show([appointment]);
  await menuOf(user, 'Change the reason');
  await screen.findByDisplayValue('Prescription');
  await user.click(screen.getByRole('radio', { name: 'Chat' }));
  await user.click(screen.getByRole('button', { name: 'Save changes' }));
  await vi.waitFor(() => expect(api.bodyOf(PUT(appointment))).toEqual({ reason: 'Prescription', mode: 'chat' }));
});

test.each([
  ['patient', 'Cancel the visit'],
  ['patient', 'Rate the visit'],
  ['patient', 'Move the visit'],
  ['patient', 'Change the reason'],
  ['doctor', 'Propose another time'],
  ['doctor', 'Patient did not come'],
] as const)('another language leaves no English while a %s is asked: %s', async (role, question) => {
  const can = { cancel: true, review: true, reschedule: true, editReason: true, markNoShow: true };
  const { user } = show(
    [buildAppointment('2026-11-25T18:30:00Z', { can })],
    role === 'doctor' ? buildDoctor() : buildPatient(),
  );
  await menuOf(user, question);
  await screen.findByRole(/Cancel|come/.test(question) ? 'alertdialog' : 'dialog');
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});
