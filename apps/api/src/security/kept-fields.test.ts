import type { Fields } from '@health-connect/contract/fields';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { createTestApp, type TestUser } from '../../test/app.js';
import { everyRoute } from '../../test/every-route.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../test/factories.js';

vi.mock('../lib/passwords.js', async (original) => ({
  ...(await original<object>()),
  ...(await import('../../test/cheap-passwords.js')),
}));

/**
 * Every field that a body may carry is stored, and read back here, or says what to do (a command, a credential), or is
 * refused: nothing that a person wrote is dropped. A field without a proof fails the last test.
 */
const app = createTestApp();
type Body = Record<string, unknown>;

/** What a route was sent, in parts where not all goes together; and what of it is not a thing that is stored. */
const proven = new Map<string, Set<string>>();
const prove = (route: string, sent: Body, notStored: readonly string[] = []) => {
  const names = proven.get(route) ?? new Set();
  for (const name of [...leavesOf(sent), ...notStored]) names.add(name);
  proven.set(route, names);
};

/** `{ rules: { autoConfirm }, schedule: [{ day }] }` has `rules.autoConfirm` and `schedule.day`. */
const leavesOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, inside]) => leavesOf(inside, path ? `${path}.${name}` : name));
};

const declaredLeaves = (fields: Fields, prefix = ''): string[] =>
  Object.entries(fields).flatMap(([name, { inner, each }]) =>
    (inner ?? each) ? declaredLeaves((inner ?? each)!, `${prefix}${name}.`) : [`${prefix}${name}`],
  );

const signedIn = (cookie: string[] | undefined) => ({
  get: (path: string) => app.raw().get(path).set('Cookie', cookie!),
});
const dataOf = async (user: TestUser, path: string) => (await app.as(user).get(path).expect(200)).body.data;

async function uploaded(user: TestUser, purpose: 'avatar' | 'message'): Promise<string> {
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#c82828' } }).png();
  const upload = app.as(user).post('/api/uploads').field('purpose', purpose);
  return (await upload.attach('file', await picture.toBuffer(), 'picture.png').expect(201)).body.data.url;
}

const week = [{ day: 'monday', slots: [{ slotNumber: 3, startTime: '09:00', endTime: '09:45', isAvailable: false }] }];
const DOCTOR_FIELDS = {
  specialization: 'Dermatology',
  experience: 12,
  qualification: 'MD, FAAD',
  about: 'Speaks Dutch.',
  contactNumber: '+64 21 555 0100',
  timeZone: 'Pacific/Auckland',
};
/** For whom the page was shown in Spanish. */
const SPANISH = { language: 'es' };

describe('what was sent can be read back', () => {
  const register = 'POST /auth/register';
  const account = (email: string, role: string) => ({ name: 'Ana Silva', email, password: 'correct horse', role });

  test.each([
    ['patient', { timeZone: 'Europe/Lisbon', contactNumber: '+351 21 555 0100', ...SPANISH }],
    ['doctor', { ...DOCTOR_FIELDS, ...SPANISH }],
  ])('%s: POST /auth/register', async (role, more) => {
    const { password, ...kept } = { ...account(`new-${role}@example.test`, role), ...more };
    const reply = await app.anonymous
      .post('/api/auth/register')
      .send({ ...kept, password })
      .expect(201);
    const me = await signedIn(reply.headers['set-cookie'] as unknown as string[]).get('/api/auth/me');
    expect(me.body.data).toMatchObject(kept);
    prove(register, kept, ['password']);
  });

  test.each(Object.entries(DOCTOR_FIELDS).slice(0, 4))('a patient is refused %s', async (name, value) => {
    const body = { ...account('not-a-doctor@example.test', 'patient'), [name]: value };
    const reply = await app.anonymous.post('/api/auth/register').send(body).expect(400);
    expect(reply.body.errors).toEqual([{ path: name, problem: 'doctors_only', message: 'Is for doctors only.' }]);
  });

  test('PUT /doctors/profile', async () => {
    const doctor = await buildDoctor();
    const said = { ...DOCTOR_FIELDS, hourCycle: '12', name: 'Dr. New Name', languages: ['yue', 'en'] };
    const kept = { ...said, avatar: await uploaded(doctor, 'avatar') };
    await app
      .as(doctor)
      .put('/api/doctors/profile')
      .send({ ...kept, schedule: week })
      .expect(200);
    expect(await dataOf(doctor, '/api/auth/me')).toMatchObject(kept);
    expect(await dataOf(doctor, '/api/doctors/schedule')).toMatchObject({ schedule: week });
    prove('PUT /doctors/profile', { ...kept, schedule: week });
  });

  test('PUT /auth/language', async () => {
    const patient = await buildPatient();
    await app.as(patient).put('/api/auth/language').send(SPANISH).expect(200);
    expect(await dataOf(patient, '/api/auth/me')).toMatchObject(SPANISH);
    prove('PUT /auth/language', SPANISH);
  });

  test('PUT /doctors/schedule', async () => {
    const doctor = await buildDoctor();
    const kept = {
      timeZone: 'Asia/Kolkata',
      schedule: week,
      overrides: [{ date: '2030-01-01', slots: [{ startTime: '10:00', endTime: '10:30' }], note: 'After the holiday' }],
      rules: {
        bufferBeforeMinutes: 5,
        bufferAfterMinutes: 10,
        minimumNoticeMinutes: 90,
        bookingWindowDays: 30,
        autoConfirm: true,
      },
    };
    await app.as(doctor).put('/api/doctors/schedule').send(kept).expect(200);
    expect(await dataOf(doctor, '/api/doctors/schedule')).toMatchObject(kept);
    prove('PUT /doctors/schedule', kept);
  });

  test('PUT /patients/profile', async () => {
    const patient = await buildPatient();
    const kept = {
      name: 'Ana Souza',
      dateOfBirth: '1990-04-30',
      gender: 'woman',
      allergies: 'Penicillin',
      contactNumber: '+351 21 555 0100',
      bloodGroup: 'A+',
      emergencyContact: [{ name: 'Rui Souza', relationship: 'brother', phone: '+351 21 555 0101' }],
      avatar: await uploaded(patient, 'avatar'),
      timeZone: 'Europe/Lisbon',
    };
    const clock = { hourCycle: '12', zoneFromDevice: false };
    await app
      .as(patient)
      .put('/api/patients/profile')
      .send({ ...kept, ...clock })
      .expect(200);
    expect(await dataOf(patient, `/api/patients/${patient.id}`)).toMatchObject(kept);
    expect(await dataOf(patient, '/api/auth/me')).toMatchObject(clock);
    prove('PUT /patients/profile', { ...kept, ...clock });
  });

  test('POST /appointments, by the instant and by the clock', async () => {
    app.clock.set('2026-11-23T12:00:00Z');
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const words = { mode: 'chat', reason: 'A rash', symptoms: 'It itches.', status: 'pending' };
    const times = [
      { startsAt: '2026-11-24T14:00:00.000Z' },
      { date: '2026-11-25', startTime: '09:30', endTime: '10:00' },
    ];
    for (const time of times) {
      const kept = { ...time, ...words };
      const made = await app
        .as(patient)
        .post('/api/appointments')
        .send({ doctorId: doctor.id, ...kept })
        .expect(201);
      const read = await dataOf(patient, `/api/appointments/${made.body.data._id}`);
      expect(read).toMatchObject({ ...kept, doctorId: { _id: doctor.id } });
      prove('POST /appointments', kept, ['doctorId']);
    }
  });

  const change = 'PUT /appointments/:id';

  test('PUT /appointments/:id, by its doctor', async () => {
    app.clock.set('2026-11-24T13:00:00Z');
    const { id, doctor } = await buildAppointment({ startsAt: '2026-11-24T14:00:00Z', status: 'pending' });
    const put = (body: Body) => app.as(doctor).put(`/api/appointments/${id}`).send(body).expect(200);
    const words = { notes: 'Dry skin.', summary: 'Use the cream.', comment: 'Bring the tube.' };
    await put({ ...words, revision: 0 });
    expect(await dataOf(doctor, `/api/appointments/${id}`)).toMatchObject({ ...words, revision: 1 });
    prove(change, words, ['revision']);
    for (const time of [
      { startsAt: '2026-11-25T14:00:00.000Z' },
      { date: '2026-11-26', startTime: '09:30', endTime: '10:00' },
    ]) {
      const appointment = await buildAppointment({ doctor, startsAt: `${time.date ?? '2026-11-27'}T20:00:00Z` });
      await app
        .as(doctor)
        .put(`/api/appointments/${appointment.id}`)
        .send({ ...time, status: 'rescheduled' })
        .expect(200);
      expect(await dataOf(doctor, `/api/appointments/${appointment.id}`)).toMatchObject({ proposed: time });
      prove(change, time);
    }
    await put({ status: 'scheduled' });
    expect(await dataOf(doctor, `/api/appointments/${id}`)).toMatchObject({ status: 'scheduled' });
    prove(change, { status: 'scheduled' });
  });

  test('PUT /appointments/:id, by its patient', async () => {
    app.clock.set('2026-11-24T13:00:00Z');
    const { id, patient, doctor } = await buildAppointment({ startsAt: '2026-11-24T20:00:00Z', status: 'pending' });
    const words = { reason: 'A cough', mode: 'chat', comment: 'I may be late.' };
    await app.as(patient).put(`/api/appointments/${id}`).send(words).expect(200);
    expect(await dataOf(patient, `/api/appointments/${id}`)).toMatchObject(words);

    const past = { startsAt: '2026-11-20T20:00:00Z', status: 'completed' } as const;
    const over = await buildAppointment({ doctor, patient, ...past });
    const review = { rating: 4, review: 'Kind and clear.' };
    await app.as(patient).put(`/api/appointments/${over.id}`).send(review).expect(200);
    expect(await dataOf(patient, `/api/appointments/${over.id}`)).toMatchObject(review);
    // Answering a proposal is a command: matrix.test.ts.
    prove(change, { ...words, ...review }, ['proposal']);
  });

  test('POST /doctors/:id/reviews, for the appointment that it names', async () => {
    const patient = await buildPatient();
    const doctor = await buildDoctor();
    const appointment = (startsAt: string) => buildAppointment({ patient, doctor, status: 'completed', startsAt });
    const [named] = [await appointment('2026-10-01T14:00:00Z'), await appointment('2026-11-01T15:00:00Z')];
    const review = { rating: 2, comment: 'Late.' };
    const path = `/api/doctors/${doctor.id}/reviews`;
    await app
      .as(patient)
      .post(path)
      .send({ ...review, appointmentId: named.id })
      .expect(201);
    expect(await dataOf(patient, path)).toMatchObject([review]);
    expect(await dataOf(patient, `/api/appointments/${named.id}`)).toMatchObject({ rating: 2, review: 'Late.' });
    prove('POST /doctors/:id/reviews', review, ['appointmentId']);
  });

  test('POST /message/send/:receiverId, words and picture together', async () => {
    const { doctor, patient } = await buildAppointment();
    const kept = { text: 'See this.', image: await uploaded(patient, 'message'), clientId: 'picture-and-words' };
    await app.as(patient).post(`/api/message/send/${doctor.id}`).send(kept).expect(201);
    expect(await dataOf(doctor, `/api/message/${patient.id}`)).toMatchObject([kept]);
    prove('POST /message/send/:receiverId', kept);
  });
});

/** Nothing of these is kept: they say who somebody is (auth.test.ts, reset and change of password). */
const CREDENTIALS: Record<string, readonly string[]> = {
  'POST /auth/login': ['email', 'password', 'role'],
  'POST /auth/forgot': ['email', 'role'],
  'POST /auth/reset': ['token', 'password'],
  'POST /auth/password': ['currentPassword', 'newPassword'],
};

test('every field of every body has such a proof', () => {
  for (const [route, names] of Object.entries(CREDENTIALS)) prove(route, {}, names);
  for (const { name, declaration } of everyRoute) {
    const declared = declaredLeaves(declaration.body ?? {});
    const missing = declared.filter((field) => !proven.get(name)?.has(field));
    expect(missing, `${name}: add a proof that what is sent in it can be read back`).toEqual([]);
  }
});
