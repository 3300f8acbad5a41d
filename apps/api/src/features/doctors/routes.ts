import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import type { SaveScheduleMeta } from '@health-connect/contract/availability';
import { type DoctorListMeta, doctorParams, listDoctors, updateDoctorProfile } from '@health-connect/contract/doctors';
import { Router } from 'express';
import type { AppointmentRecord } from '../../db/appointments.js';
import { Answer, endpoint, page, publicEndpoint } from '../../http/endpoint.js';
import { presentAccount } from '../auth/service.js';
import { dashboardOf } from './dashboard.js';
import * as list from './list.js';
import { presentProfile } from './present.js';
import * as doctors from './service.js';

interface RouteDeps {
  /** Appointments stand after doctors: how they look to their doctor is given from above. */
  presentAppointments: (doctor: SessionUser, appointments: AppointmentRecord[]) => Promise<Appointment[]>;
}

export function doctorRoutes({ presentAppointments }: RouteDeps): Router {
  const routes = Router();

  routes.get(
    '/',
    publicEndpoint({ query: listDoctors }, async ({ query }) => {
      const { doctors: found, nextCursor, total, understood } = await list.listDoctors(query);
      return page(found, nextCursor, { total, understood } satisfies DoctorListMeta);
    }),
  );

  routes.get(
    '/specializations',
    publicEndpoint({}, async () => doctors.countSpecializations()),
  );

  routes.get(
    '/dashboard',
    endpoint({ allow: ['doctor'] }, async ({ user }) => dashboardOf(user)),
  );

  routes.put(
    '/profile',
    endpoint({ allow: ['doctor'], body: updateDoctorProfile }, async ({ user, body }) => {
      const { account, affected } = await doctors.updateProfile(user, body);
      const meta: SaveScheduleMeta = { affected: await presentAppointments(user, affected) };
      return new Answer(presentAccount(account), { meta });
    }),
  );

  routes.get(
    '/:id',
    publicEndpoint({ params: doctorParams }, async ({ user, params }) =>
      presentProfile(await doctors.publicProfile(user, params.id)),
    ),
  );

  return routes;
}
