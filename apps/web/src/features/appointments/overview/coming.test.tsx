import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { buildAppointment } from '../../../../test/appointments.js';
import { buildPatient } from '../../../../test/people.js';
import { renderAs } from '../../../../test/render-as.js';
import { Coming } from './coming.js';

vi.mock('../../../lib/socket.js', () => import('../../../../test/fake-socket.js'));

const appointmentsAt = (...starts: string[]) => starts.map((start) => buildAppointment(`2026-12-${start}:00:00Z`));
const show = (appointments: ReturnType<typeof appointmentsAt>) =>
  renderAs(buildPatient(), <Coming appointments={appointments} reader="patient" ask={vi.fn()} />);

test('many that are coming are divided into days', async () => {
  show(appointmentsAt('01T18', '02T18', '02T19', '03T18', '03T19', '03T20'));
  const days = await screen.findAllByRole('region', { name: /Dec$/ });
  expect(days.map((day) => within(day).getAllByRole('listitem').length)).toEqual([1, 2, 3]);
});

test('a few are one list', async () => {
  show(appointmentsAt('01T18', '02T18', '03T18'));
  expect(await screen.findAllByRole('listitem')).toHaveLength(3);
  expect(screen.queryByRole('region', { name: /Dec$/ })).toBeNull();
});
