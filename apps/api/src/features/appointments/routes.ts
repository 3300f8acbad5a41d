import type { SessionUser } from '@health-connect/contract/accounts';
import {
  type Appointment,
  book,
  changeAsDoctor,
  changeAsPatient,
  type ListAppointments,
  listDoctorAppointments,
  listOwnAppointments,
  listPatientAppointments,
  readAppointment,
  readCalendarFile,
  removeAppointment,
} from '@health-connect/contract/appointments';
import { page, SentFile } from '../../http/answer.js';
import { limitRate } from '../../http/rate-limit.js';
import { serve, type Served } from '../../http/serve.js';
import { book as bookFor } from './book.js';
import { calendarOf } from './calendar.js';
import * as change from './change.js';
import { type Review, reviewIn } from './commands.js';
import { listAppointments } from './list.js';
import { sideOf } from './policy.js';
import { presentAppointment } from './present.js';
import { appointmentForConsult, viewAppointment } from './service.js';

interface RouteDeps {
  /** Reviews stand after appointments: their use case is given from above. */
  review: (user: SessionUser, appointmentId: string, review: Review) => Promise<Appointment>;
}

// Far more than anybody needs to find a time, far fewer than it takes to keep a doctor's hours busy.
const bookings = limitRate({ name: 'bookings', limit: 30, windowSeconds: 10 * 60 });

async function listFor({ user, query }: { user: SessionUser; query: ListAppointments }) {
  const { items, nextCursor } = await listAppointments(user, query);
  return page(
    items.map((each) => presentAppointment(user, each)),
    nextCursor,
  );
}

export const appointmentRoutes = ({ review }: RouteDeps): Served[] => [
  serve(listOwnAppointments, listFor),
  serve(listDoctorAppointments, listFor),
  serve(listPatientAppointments, listFor),

  serve(
    book,
    async ({ user, body, req }) => presentAppointment(user, await bookFor(user, body, req.get('idempotency-key'))),
    { before: [bookings] },
  ),

  serve(readAppointment, async ({ user, params, req }) =>
    presentAppointment(user, await viewAppointment(user, params.id, String(req.id))),
  ),

  serve(readCalendarFile, async ({ user, params }) => {
    const found = await appointmentForConsult(user, params.id);
    const content = calendarOf(found, sideOf(user, found.appointment)!, user.language);
    return new SentFile(content, { type: 'text/calendar', saveAs: 'visit.ics' });
  }),

  serve(changeAsDoctor, async ({ user, params, body }) =>
    presentAppointment(user, await change.changeAsDoctor(user, params.id, body)),
  ),

  serve(changeAsPatient, async ({ user, params, body }) => {
    const given = reviewIn(body);
    if (given) return review(user, params.id, given);
    return presentAppointment(user, await change.changeAsPatient(user, params.id, body));
  }),

  serve(removeAppointment, async ({ user, params }) =>
    presentAppointment(user, await change.removeAppointment(user, params.id)),
  ),
];
