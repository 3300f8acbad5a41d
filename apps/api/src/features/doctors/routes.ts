import type { SessionUser } from '@health-connect/contract/accounts';
import type { Appointment } from '@health-connect/contract/appointments';
import {
  countSpecializations,
  readDashboard,
  readDoctor,
  saveDoctorProfile,
  searchDoctors,
} from '@health-connect/contract/doctors';
import type { AppointmentRecord } from '../../db/appointments.js';
import { page, withMeta } from '../../http/answer.js';
import { serve, type Served } from '../../http/serve.js';
import { presentDoctorAccount } from '../auth/service.js';
import { dashboardOf } from './dashboard.js';
import { listDoctors } from './list.js';
import { presentProfile } from './present.js';
import * as doctors from './service.js';

interface RouteDeps {
  /** Appointments stand after doctors: how they look to their doctor is given from above. */
  presentAppointments: (doctor: SessionUser, appointments: AppointmentRecord[]) => Promise<Appointment[]>;
}

export const doctorRoutes = ({ presentAppointments }: RouteDeps): Served[] => [
  serve(searchDoctors, async ({ query }) => {
    const { items, nextCursor, total, understood } = await listDoctors(query);
    return page(items, nextCursor, { total, understood });
  }),

  serve(countSpecializations, async () => doctors.countSpecializations()),

  serve(readDashboard, async ({ user }) => dashboardOf(user)),

  serve(saveDoctorProfile, async ({ user, body }) => {
    const { account, affected } = await doctors.updateProfile(user, body);
    return withMeta(presentDoctorAccount(account), { affected: await presentAppointments(user, affected) });
  }),

  serve(readDoctor, async ({ user, params }) => presentProfile(await doctors.publicProfile(user, params.id))),
];
