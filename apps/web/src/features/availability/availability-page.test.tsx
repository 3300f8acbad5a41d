import type { SaveSchedule } from '@health-connect/contract/availability';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../test/appointments.js';
import { refusal } from '../../../test/fake-api.js';
import { serverSays } from '../../../test/fake-socket.js';
import { renderAsDoctor } from '../../../test/render-as-doctor.js';
import { englishLeft, switchLanguage } from '../../../test/switch-language.js';
import { AvailabilityPage } from './availability-page.js';
import { buildSchedule, range } from './testing/build.js';

vi.mock('../../lib/socket.js', () => import('../../../test/fake-socket.js'));

const mornings = buildSchedule({ monday: [range('09:00', '12:00')] });
const appointment = buildAppointment('2026-11-25T22:00:00Z', { patient: 'Aroha Ngata' });

const answers = (schedule = mornings, affected: unknown[] = []) => ({
  'GET /api/doctors/schedule': () => ({ data: schedule }),
  'PUT /api/doctors/schedule': (body: unknown) => ({ data: body, meta: { affected } }),
});
const saved = (body: unknown) => body as Required<SaveSchedule>;

test('a doctor without hours starts with typical ones in one press, and saves them', async () => {
  const { user, api } = renderAsDoctor(<AvailabilityPage />, { answers: answers(buildSchedule()) });
  await user.click(await screen.findByRole('button', { name: 'Start with typical hours' }));
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Friday' }).checked).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Save hours' }));
  await waitFor(() => expect(api.bodyOf('PUT /api/doctors/schedule')).toBeDefined());
  const { schedule, timeZone } = saved(api.bodyOf('PUT /api/doctors/schedule'));
  expect(timeZone).toBe('Pacific/Auckland');
  expect(schedule.map(({ slots }) => slots.length)).toEqual([14, 14, 14, 14, 14, 0, 0]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save hours' })).toBeNull());
});

test('times are typed in any way, and undo brings back what is stored', async () => {
  const { user } = renderAsDoctor(<AvailabilityPage />, { answers: answers() });
  const from = await screen.findByLabelText<HTMLInputElement>('Monday from');
  await user.clear(from);
  await user.type(from, '830');
  await user.tab();
  expect(from.value).toBe('08:30');
  expect(screen.getByText(/Monday changed/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(from.value).toBe('09:00');
});

test('hours that cannot be are marked where they stand and not sent', async () => {
  const { user, api } = renderAsDoctor(<AvailabilityPage />, { answers: answers() });
  const until = await screen.findByLabelText('Monday until');
  await user.clear(until);
  await user.type(until, '8');
  await user.tab();
  expect(until.getAttribute('aria-invalid')).toBe('true');
  await user.click(screen.getByRole('button', { name: 'Save hours' }));
  expect(screen.getByRole('alert').textContent).toContain('Monday cannot be saved yet');
  expect(api.bodyOf('PUT /api/doctors/schedule')).toBeUndefined();
});

test('BK-14: appointments outside the new hours stay, each waits for the doctor’s choice', async () => {
  const { user } = renderAsDoctor(<AvailabilityPage />, { answers: answers(mornings, [appointment]) });
  await user.click(await screen.findByRole('switch', { name: 'Monday' }));
  await user.click(screen.getByRole('button', { name: 'Save hours' }));
  expect(await screen.findByText('One visit falls outside your new hours')).toBeDefined();
  const propose = screen.getByRole('link', { name: 'Propose a time to Aroha Ngata' });
  expect(propose.getAttribute('href')).toBe(`/today?date=2026-11-26&visit=${appointment._id}`);
  await user.click(screen.getByRole('button', { name: 'Keep the visit of Aroha Ngata' }));
  expect(screen.queryByText('One visit falls outside your new hours')).toBeNull();
});

test('an appointment that was dealt with elsewhere leaves the warning by itself', async () => {
  const { user } = renderAsDoctor(<AvailabilityPage />, { answers: answers(mornings, [appointment]) });
  await user.click(await screen.findByRole('switch', { name: 'Monday' }));
  await user.click(screen.getByRole('button', { name: 'Save hours' }));
  await screen.findByText('One visit falls outside your new hours');
  serverSays('appointment-changed', { ...appointment, status: 'cancelled' });
  await waitFor(() => expect(screen.queryByText('One visit falls outside your new hours')).toBeNull());
});

test('a refused save keeps the draft and says why', async () => {
  const { user } = renderAsDoctor(<AvailabilityPage />, {
    answers: { ...answers(), 'PUT /api/doctors/schedule': () => refusal(503, 'unavailable') },
  });
  await user.click(await screen.findByRole('switch', { name: 'Tuesday' }));
  await user.click(screen.getByRole('button', { name: 'Save hours' }));
  expect(await screen.findByText('We cannot reach our records just now. Please try again in a moment.')).toBeDefined();
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Tuesday' }).checked).toBe(true);
});

test('copying a day fills the days that were ticked', async () => {
  const { user } = renderAsDoctor(<AvailabilityPage />, { answers: answers() });
  await user.click(await screen.findByRole('button', { name: 'Copy Monday to other days' }));
  const copy = await screen.findByRole('dialog', { name: 'Copy Monday to' });
  await user.click(within(copy).getByRole('checkbox', { name: 'Saturday' }));
  await user.click(within(copy).getByRole('button', { name: 'Copy to 1 day' }));
  expect(screen.getByLabelText<HTMLInputElement>('Saturday from').value).toBe('09:00');
});

test('in another language nothing of the schedule stays in English', async () => {
  const overrides = [{ date: '2126-12-24', slots: [range('09:00', '09:30')], note: 'Leave' }];
  const { user } = renderAsDoctor(<AvailabilityPage />, {
    answers: answers({ ...mornings, overrides }, [appointment]),
  });
  await user.click(await screen.findByRole('switch', { name: 'Tuesday' }));
  await user.click(screen.getByRole('button', { name: 'Save hours' }));
  await screen.findByText('One visit falls outside your new hours');
  await user.click(screen.getByRole('switch', { name: 'Wednesday' }));
  switchLanguage();
  const names = ['Aroha Ngata', 'Auckland', 'UTC', 'Leave'];
  expect(englishLeft(...names)).toEqual([]);
  const [, dates, rules] = screen.getAllByRole('tab');
  await user.click(rules!);
  expect(englishLeft(...names)).toEqual([]);
  await user.click(dates!);
  await user.click(document.querySelector('.lucide-pencil')!);
  await user.click((await screen.findAllByRole('radio'))[1]!);
  expect(englishLeft(...names)).toEqual([]);
});
