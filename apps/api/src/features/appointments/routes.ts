import { ROLES, type SessionUser } from '@health-connect/contract/accounts';
import {
  type Appointment,
  appointmentParams,
  bookAppointment,
  doctorChange,
  listAppointments,
  patientChange,
} from '@health-connect/contract/appointments';
import { type RequestHandler, Router } from 'express';
import { endpoint, page } from '../../http/endpoint.js';
import { limitRate } from '../../http/rate-limit.js';
import { book } from './book.js';
import { calendarOf } from './calendar.js';
import { changeAsDoctor, changeAsPatient, removeAppointment } from './change.js';
import { type Review, reviewIn } from './commands.js';
import * as list from './list.js';
import { sideOf } from './policy.js';
import { presentAppointment } from './present.js';
import { appointmentForConsult, viewAppointment } from './service.js';

interface RouteDeps {
  /** Reviews stand after appointments: their use case is given from above. */
  review: (user: SessionUser, appointmentId: string, review: Review) => Promise<Appointment>;
}

// Far more than anybody needs to find a time, far fewer than it takes to keep a doctor's hours busy.
const bookings = limitRate({ name: 'bookings', limit: 30, windowSeconds: 10 * 60 });

export function appointmentRoutes({ review }: RouteDeps): Router {
  const routes = Router();

  const own = (allow: typeof ROLES | ['doctor'] | ['patient']) =>
    endpoint({ allow, query: listAppointments }, async ({ user, query }) => {
      const { appointments, nextCursor } = await list.listAppointments(user, query);
      return page(
        appointments.map((each) => presentAppointment(user, each)),
        nextCursor,
      );
    });
  routes.get('/', own(ROLES));
  routes.get('/doctor', own(['doctor']));
  routes.get('/patient', own(['patient']));

  routes.post(
    '/',
    bookings,
    endpoint({ allow: ['patient'], body: bookAppointment, status: 201 }, async ({ user, body, req }) =>
      presentAppointment(user, await book(user, body, req.get('idempotency-key'))),
    ),
  );

  routes.get(
    '/:id',
    endpoint({ allow: ['doctor', 'patient', 'admin'], params: appointmentParams }, async ({ user, params, req }) =>
      presentAppointment(user, await viewAppointment(user, params.id, String(req.id))),
    ),
  );

  routes.get(
    '/:id/calendar.ics',
    endpoint({ allow: ['doctor', 'patient'], params: appointmentParams }, async ({ user, params, res }) => {
      const found = await appointmentForConsult(user, params.id);
      res
        .type('text/calendar')
        .attachment('visit.ics')
        .send(calendarOf(found, sideOf(user, found.appointment)!));
    }),
  );

  const asDoctor = endpoint(
    { allow: ['doctor'], params: appointmentParams, body: doctorChange },
    async ({ user, params, body }) => presentAppointment(user, await changeAsDoctor(user, params.id, body)),
  );
  const asPatient = endpoint(
    { allow: ['patient'], params: appointmentParams, body: patientChange },
    async ({ user, params, body }) => {
      const given = reviewIn(body);
      if (given) return review(user, params.id, given);
      return presentAppointment(user, await changeAsPatient(user, params.id, body));
    },
  );
  // Each side may send other fields, and a field of the other side is refused by its name.
  const byRole: RequestHandler = (req, res, next) =>
    res.locals.user?.role === 'doctor' ? asDoctor(req, res, next) : asPatient(req, res, next);
  routes.put('/:id', byRole);

  routes.delete(
    '/:id',
    endpoint({ allow: ['doctor', 'patient'], params: appointmentParams }, async ({ user, params }) =>
      presentAppointment(user, await removeAppointment(user, params.id)),
    ),
  );

  return routes;
}
