import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import { type SaveScheduleMeta, saveSchedule, slotsQuery } from '@health-connect/contract/availability';
import { doctorParams } from '@health-connect/contract/doctors';
import { Router } from 'express';
import type { AppointmentRecord } from '../../db/appointments.js';
import { Answer, endpoint, publicEndpoint } from '../../http/endpoint.js';
import * as availability from './service.js';

interface RouteDeps {
  /** Appointments stand after availability: how they look to their doctor is given from above. */
  presentAppointments: (doctor: SessionUser, appointments: AppointmentRecord[]) => Promise<Appointment[]>;
}

export function availabilityRoutes({ presentAppointments }: RouteDeps): Router {
  const routes = Router();

  routes.get(
    '/schedule',
    endpoint({ allow: ['doctor'] }, async ({ user }) => availability.ownSchedule(user)),
  );

  routes.put(
    '/schedule',
    endpoint({ allow: ['doctor'], body: saveSchedule }, async ({ user, body }) => {
      const { saved, affected } = await availability.saveSchedule(user, body);
      const meta: SaveScheduleMeta = { affected: await presentAppointments(user, affected) };
      return new Answer(saved, { meta });
    }),
  );

  routes.get(
    '/:id/slots',
    publicEndpoint({ params: doctorParams, query: slotsQuery }, async ({ user, params, query }) =>
      availability.slotsOf(user, params.id, query),
    ),
  );

  return routes;
}
