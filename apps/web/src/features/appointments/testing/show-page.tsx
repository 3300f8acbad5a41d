import type { Account } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import { screen } from '@testing-library/react';
import { buildProfile } from '../../../../test/doctors.js';
import type { refusal } from '../../../../test/fake-api.js';
import { buildDoctor, buildPatient } from '../../../../test/people.js';
import { renderAs } from '../../../../test/render-as.js';
import { buildSlots, slotDays } from '../../../../test/slots.js';
import { AppointmentsPage } from '../appointments-page.js';

export const DOCTOR = buildDoctor()._id;

/** Shows the page over a small store of appointments that `PUT` changes. */
export function show(appointments: Appointment[], account: Account = buildPatient(), at = '/appointments') {
  const store = { appointments, refuse: null as ReturnType<typeof refusal> | null };
  const put = Object.fromEntries(
    appointments.map((appointment) => [
      `PUT /api/appointments/${appointment._id}`,
      () =>
        store.refuse ?? { data: { ...appointment, ...store.appointments.find(({ _id }) => _id === appointment._id) } },
    ]),
  );
  const get = Object.fromEntries(
    appointments.map((appointment) => [`GET /api/appointments/${appointment._id}`, () => ({ data: appointment })]),
  );
  const view = renderAs(account, <AppointmentsPage />, {
    at,
    answers: {
      'GET /api/appointments': (_body, url) => {
        const statuses = url.searchParams.get('status')?.split(',') ?? [];
        const data = store.appointments.filter(({ status }) => statuses.includes(status));
        return { data, meta: { nextCursor: null } };
      },
      [`GET /api/doctors/${DOCTOR}`]: () => ({ data: buildProfile() }),
      [`GET /api/doctors/${DOCTOR}/slots`]: () => ({ data: slotDays(buildSlots('2026-11-25T20:00:00Z', 2)) }),
      ...put,
      ...get,
    },
  });
  return { ...view, store };
}

/** How a change of it is asked for. */
export const PUT = (appointment: Appointment) => `PUT /api/appointments/${appointment._id}`;

/** Chooses from the menu of the first row. */
export const menuOf = async (user: ReturnType<typeof show>['user'], item: string) => {
  await user.click((await screen.findAllByRole('button', { name: /^More for/ }))[0]!);
  await user.click(await screen.findByRole('menuitem', { name: item }));
};
