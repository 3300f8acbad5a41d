import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import { readSchedule, readSlots, replaceSchedule } from '@health-connect/contract/availability';
import type { AppointmentRecord } from '../../db/appointments.js';
import { withMeta } from '../../http/answer.js';
import { serve, type Served } from '../../http/serve.js';
import * as availability from './service.js';

interface RouteDeps {
  /** Appointments stand after availability: how they look to their doctor is given from above. */
  presentAppointments: (doctor: SessionUser, appointments: AppointmentRecord[]) => Promise<Appointment[]>;
}

export const availabilityRoutes = ({ presentAppointments }: RouteDeps): Served[] => [
  serve(readSchedule, async ({ user }) => availability.ownSchedule(user)),

  serve(replaceSchedule, async ({ user, body }) => {
    const { saved, affected } = await availability.saveSchedule(user, body);
    return withMeta(saved, { affected: await presentAppointments(user, affected) });
  }),

  serve(readSlots, async ({ user, params, query }) => availability.slotsOf(user, params.id, query)),
];
