import type { Pair } from '../../test/canaries.js';
import type { Fixtures } from '../../test/fixtures.js';

/**
 * What the routes are asked for: a thing of Anna and Xavier's, another (Ben and Yara's; of doctors: one who is not
 * listed) and one that does not exist.
 */
export type Thing =
  | 'appointment'
  | 'completed appointment'
  | 'patient'
  | 'doctor'
  | 'account'
  | 'chat picture'
  | 'patient photo'
  | 'doctor photo'
  | 'unused photo';

/** The status for each of ACTORS, in their order: anonymous anna ben xavier yara pharmacist admin suspended. */
type Statuses = string;

interface Row {
  route: string;
  thing?: Thing;
  /** How to ask for it, where its id alone in the path is not enough. */
  path?: (fixtures: Fixtures, pair: Pair, id: string) => string;
  body?: (id: string, fixtures: Fixtures) => object;
  hers: Statuses;
  other?: Statuses;
  missing?: Statuses;
  /** Every answer is the same, whether or not there is such a thing. */
  alike?: true;
}

// Lines are read as a table: who may, by role.
const ANYONE = '200 200 200 200 200 200 200 200';
const SIGNED_IN = '401 200 200 200 200 200 200 401';
const PATIENTS = '401 200 200 403 403 403 403 401';
const DOCTORS = '401 403 403 200 200 403 403 401';
const PATIENTS_AND_DOCTORS = '401 200 200 200 200 403 403 401';
const NOT_FOUND = '404 404 404 404 404 404 404 404';

let booked = 0;
/** 10:00 in New York on another day each time. */
const freshTime = () => ({
  date: new Date(Date.now() + (10 + ++booked) * 86_400_000).toISOString().slice(0, 10),
  startTime: '10:00',
});
const message = () => ({ text: 'Hello', clientId: `table-${++booked}` });

const account = (id: string, role: 'doctor' | 'patient') => ({
  name: 'New Person',
  email: `new-${++booked}-${id}@example.test`,
  password: 'correct horse battery',
  role,
});

export const ROUTE_TABLE: Row[] = [
  { route: 'GET /health', hers: ANYONE },
  { route: 'GET /ready', hers: ANYONE },
  { route: 'GET /openapi.json', hers: ANYONE },
  { route: 'GET /asyncapi.json', hers: ANYONE },
  { route: 'GET /docs', hers: ANYONE },

  { route: 'POST /auth/register', hers: '201 201 201 201 201 201 201 201', body: (id) => account(id, 'patient') },
  {
    route: 'POST /auth/login',
    thing: 'account',
    body: (email) => ({ email, role: 'patient', password: 'not the password' }),
    hers: '401 401 401 401 401 401 401 401',
    other: '401 401 401 401 401 401 401 401',
    missing: '401 401 401 401 401 401 401 401',
    alike: true,
  },
  {
    route: 'POST /auth/forgot',
    thing: 'account',
    body: (email) => ({ email, role: 'patient' }),
    hers: ANYONE,
    other: ANYONE,
    missing: ANYONE,
    alike: true,
  },
  {
    route: 'POST /auth/reset',
    body: () => ({ token: 'a-token-that-was-never-mailed', password: 'correct horse battery' }),
    hers: '400 400 400 400 400 400 400 400',
  },
  { route: 'POST /auth/logout', hers: ANYONE },
  { route: 'POST /auth/logout-everywhere', hers: SIGNED_IN },
  {
    route: 'POST /auth/password',
    body: () => ({ currentPassword: 'correct horse battery', newPassword: 'battery horse correct' }),
    hers: SIGNED_IN,
  },
  { route: 'GET /auth/me', hers: SIGNED_IN },
  { route: 'PUT /auth/language', body: () => ({ language: 'es' }), hers: SIGNED_IN },

  { route: 'GET /doctors', hers: ANYONE },
  { route: 'GET /doctors/specializations', hers: ANYONE },
  { route: 'GET /doctors/schedule', hers: DOCTORS },
  { route: 'PUT /doctors/schedule', body: () => ({ schedule: [] }), hers: DOCTORS },
  { route: 'GET /doctors/dashboard', hers: DOCTORS },
  { route: 'PUT /doctors/profile', body: () => ({ about: 'Speaks Dutch.' }), hers: DOCTORS },
  { route: 'GET /doctors/:id', thing: 'doctor', hers: ANYONE, other: NOT_FOUND, missing: NOT_FOUND },
  { route: 'GET /doctors/:id/slots', thing: 'doctor', hers: ANYONE, other: NOT_FOUND, missing: NOT_FOUND },
  {
    route: 'GET /doctors/:id/slots',
    thing: 'appointment',
    path: ({ pairs }, pair, id) => `/api/doctors/${pairs[pair].doctor.id}/slots?moving=${id}`,
    hers: '404 200 404 200 404 404 404 404',
    other: '404 404 200 404 200 404 404 404',
    missing: NOT_FOUND,
  },
  { route: 'GET /doctors/:id/reviews', thing: 'doctor', hers: ANYONE, other: NOT_FOUND, missing: NOT_FOUND },
  {
    route: 'POST /doctors/:id/reviews',
    thing: 'doctor',
    body: () => ({ rating: 4, comment: 'Thank you.' }),
    // Anna has reviewed the only appointment that she had.
    hers: '401 409 403 403 403 403 403 401',
    other: '401 404 404 403 403 403 403 401',
    missing: '401 404 404 403 403 403 403 401',
  },
  {
    route: 'POST /doctors/:id/reviews',
    thing: 'completed appointment',
    path: ({ pairs }, pair) => `/api/doctors/${pairs[pair].doctor.id}/reviews`,
    body: (appointmentId) => ({ rating: 4, comment: 'Thank you.', appointmentId }),
    hers: '401 201 404 403 403 403 403 401',
    other: '401 404 201 403 403 403 403 401',
    missing: '401 404 404 403 403 403 403 401',
  },

  { route: 'GET /patients', hers: '401 403 403 403 403 403 200 401' },
  { route: 'PUT /patients/profile', body: () => ({ bloodGroup: 'A+' }), hers: PATIENTS },
  {
    route: 'GET /patients/:id',
    thing: 'patient',
    hers: '401 200 404 200 404 403 200 401',
    other: '401 404 200 404 200 403 200 401',
    missing: '401 404 404 404 404 403 404 401',
  },

  { route: 'GET /appointments', hers: SIGNED_IN },
  { route: 'GET /appointments/doctor', hers: DOCTORS },
  { route: 'GET /appointments/patient', hers: PATIENTS },
  {
    route: 'POST /appointments',
    thing: 'doctor',
    body: (doctorId) => ({ doctorId, ...freshTime() }),
    hers: '401 201 201 403 403 403 403 401',
    other: '401 404 404 403 403 403 403 401',
    missing: '401 404 404 403 403 403 403 401',
  },
  {
    route: 'GET /appointments/:id',
    thing: 'appointment',
    hers: '401 200 404 200 404 403 200 401',
    other: '401 404 200 404 200 403 200 401',
    missing: '401 404 404 404 404 403 404 401',
  },
  {
    route: 'GET /appointments/:id/calendar.ics',
    thing: 'appointment',
    hers: '401 200 404 200 404 403 403 401',
    other: '401 404 200 404 200 403 403 401',
    missing: '401 404 404 404 404 403 403 401',
  },
  {
    route: 'PUT /appointments/:id',
    thing: 'appointment',
    body: () => ({ status: 'cancelled', comment: 'Not today.' }),
    hers: '401 200 404 200 404 403 403 401',
    other: '401 404 200 404 200 403 403 401',
    missing: '401 404 404 404 404 403 403 401',
  },
  {
    route: 'DELETE /appointments/:id',
    thing: 'appointment',
    hers: '401 200 404 200 404 403 403 401',
    other: '401 404 200 404 200 403 403 401',
    missing: '401 404 404 404 404 403 403 401',
  },

  { route: 'GET /message/conversations', hers: PATIENTS_AND_DOCTORS },
  ...(['GET /message/user/:id', 'GET /message/:receiverId'] as const).flatMap((route): Row[] => [
    {
      route,
      thing: 'patient',
      hers: '401 404 404 200 404 403 403 401',
      other: '401 404 404 404 200 403 403 401',
      missing: '401 404 404 404 404 403 403 401',
    },
    {
      route,
      thing: 'doctor',
      hers: '401 200 200 404 404 403 403 401',
      other: '401 404 404 404 404 403 403 401',
      missing: '401 404 404 404 404 403 403 401',
    },
  ]),
  {
    route: 'POST /message/send/:receiverId',
    thing: 'patient',
    body: message,
    hers: '401 404 404 201 404 403 403 401',
    other: '401 404 404 404 201 403 403 401',
    missing: '401 404 404 404 404 403 403 401',
  },
  {
    route: 'POST /message/send/:receiverId',
    thing: 'doctor',
    body: message,
    hers: '401 201 201 404 404 403 403 401',
    other: '401 404 404 404 404 403 403 401',
    missing: '401 404 404 404 404 403 403 401',
  },

  { route: 'GET /calls', hers: PATIENTS_AND_DOCTORS },
  { route: 'GET /rtc/ice-servers', hers: SIGNED_IN },
  { route: 'POST /uploads', hers: '401 201 201 201 201 201 201 401' },
  {
    route: 'GET /uploads/:id',
    thing: 'chat picture',
    hers: '404 200 404 200 404 404 404 404',
    other: '404 404 200 404 200 404 404 404',
    missing: NOT_FOUND,
  },
  {
    route: 'GET /uploads/:id',
    thing: 'patient photo',
    hers: '404 200 200 200 200 200 200 404',
    other: '404 200 200 200 200 200 200 404',
    missing: NOT_FOUND,
  },
  {
    route: 'GET /uploads/:id',
    thing: 'unused photo',
    hers: '404 404 404 200 404 404 404 404',
    other: '404 404 404 404 200 404 404 404',
    missing: NOT_FOUND,
  },
  { route: 'GET /uploads/:id', thing: 'doctor photo', hers: ANYONE, other: ANYONE, missing: NOT_FOUND },
];
