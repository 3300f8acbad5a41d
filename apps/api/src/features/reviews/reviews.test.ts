import type { Review } from '@health-connect/contract/reviews';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { ReviewModel } from './model.js';

const app = createTestApp();
beforeEach(() => app.clock.set('2026-11-25T17:00:00Z'));

const START = '2026-11-24T14:00:00Z';
const completed = (fields: Parameters<typeof buildAppointment>[0] = {}) =>
  buildAppointment({ startsAt: START, status: 'completed', ...fields });
const review = (patient: TestUser, doctor: TestUser, body: object = {}) =>
  app
    .as(patient)
    .post(`/api/doctors/${doctor.id}/reviews`)
    .send({ rating: 5, comment: 'Kind and clear.', ...body });
const ratingOf = async (doctor: TestUser) => {
  const { rating, reviewCount } = (await app.anonymous.get(`/api/doctors/${doctor.id}`)).body.data;
  return { rating, reviewCount };
};

describe('a review', () => {
  test('is shown with the first name only, and the doctor’s rating shows it', async () => {
    const patient = await buildPatient({ name: 'Maria de Souza' });
    const { doctor, id } = await completed({ patient });
    const reply = await review(patient, doctor, { rating: 4 });
    expect(reply.status).toBe(201);
    const shown = await app.anonymous.get(`/api/doctors/${doctor.id}/reviews`);
    expect(shown.body.data).toEqual([
      {
        _id: reply.body.data._id,
        rating: 4,
        comment: 'Kind and clear.',
        author: 'Maria',
        createdAt: '2026-11-25T17:00:00.000Z',
      },
    ]);
    expect(JSON.stringify(shown.body)).not.toMatch(new RegExp(`Souza|${patient.id}|${id}`));
    expect(await ratingOf(doctor)).toEqual({ rating: 4, reviewCount: 1 });
    const appointment = await app.as(patient).get(`/api/appointments/${id}`);
    expect(appointment.body.data).toMatchObject({ rating: 4, review: 'Kind and clear.', can: { review: false } });
  });

  test('can be written with the appointment too: it is the same one truth', async () => {
    const { doctor, patient, id } = await completed();
    const reply = await app.as(patient).put(`/api/appointments/${id}`).send({ rating: 3, review: 'Late.' });
    expect(reply.body.data).toMatchObject({ rating: 3, review: 'Late.', can: { review: false } });
    expect(await ratingOf(doctor)).toEqual({ rating: 3, reviewCount: 1 });
    expect((await review(patient, doctor, { appointmentId: id })).body.code).toBe('already_reviewed');
    expect(await ReviewModel.countDocuments({ appointmentId: id })).toBe(1);
  });

  test('without naming an appointment means the latest one that has none', async () => {
    const { doctor, patient, id: older } = await completed({ startsAt: '2026-11-20T14:00:00Z' });
    const { id: newer } = await completed({ doctor, patient });
    await review(patient, doctor);
    expect(await ReviewModel.exists({ appointmentId: newer })).not.toBeNull();
    await review(patient, doctor);
    expect(await ReviewModel.exists({ appointmentId: older })).not.toBeNull();
    expect((await review(patient, doctor)).body.code).toBe('already_reviewed');
  });

  test('newest first, page by page', async () => {
    const doctor = await buildDoctor();
    for (const minute of [1, 2, 3]) {
      app.clock.set(`2026-11-25T17:0${minute}:00Z`);
      const { patient } = await completed({ doctor, startsAt: `2026-11-24T1${minute}:00:00Z` });
      await review(patient, doctor, { rating: minute });
    }
    const first = await app.anonymous.get(`/api/doctors/${doctor.id}/reviews?limit=2`);
    const rest = await app.anonymous.get(`/api/doctors/${doctor.id}/reviews?cursor=${first.body.meta.nextCursor}`);
    const ratings = [...first.body.data, ...rest.body.data].map(({ rating }: Review) => rating);
    expect(ratings).toEqual([3, 2, 1]);
    expect(rest.body.meta.nextCursor).toBeNull();
  });
});

describe('SM-9', () => {
  test.each(['pending', 'scheduled', 'cancelled', 'no_show'] as const)(
    'a %s appointment cannot be reviewed',
    async (status) => {
      const { doctor, patient, id } = await completed({ status, startsAt: '2026-11-26T14:00:00Z' });
      expect((await review(patient, doctor)).status).toBe(403);
      expect((await review(patient, doctor, { appointmentId: id })).status).toBe(403);
      expect((await app.as(patient).put(`/api/appointments/${id}`).send({ rating: 5 })).status).toBe(403);
      expect(await ratingOf(doctor)).toEqual({ rating: 0, reviewCount: 0 });
    },
  );

  test('a second review of the same appointment is refused, also in parallel', async () => {
    const { doctor, patient, id } = await completed();
    const replies = await Promise.all(
      [1, 2, 3].map((rating) => review(patient, doctor, { rating, appointmentId: id })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await ratingOf(doctor)).reviewCount).toBe(1);
  });

  test.each([
    { rating: 6 },
    { rating: 0 },
    { rating: 4.5 },
    { comment: '' },
    { comment: '   ' },
    { author: 'Someone' },
  ])('%j is refused', async (body) => {
    const { doctor, patient } = await completed();
    expect((await review(patient, doctor, body)).status).toBe(400);
  });

  test('another patient’s appointment is not found; another doctor’s neither', async () => {
    const { doctor, patient, id } = await completed();
    const [other, otherDoctor] = await Promise.all([buildPatient(), buildDoctor()]);
    expect((await review(other, doctor, { appointmentId: id })).status).toBe(404);
    expect((await app.as(other).put(`/api/appointments/${id}`).send({ rating: 1 })).status).toBe(404);
    expect((await review(patient, otherDoctor, { appointmentId: id })).status).toBe(404);
    expect((await review(other, doctor)).status).toBe(403);
  });

  test('the average is the mean of the stored reviews after many at once', async () => {
    const doctor = await buildDoctor();
    const appointments = await Promise.all(
      Array.from({ length: 12 }, (_, hour) =>
        completed({ doctor, startsAt: new Date(Date.parse('2026-11-24T01:00:00Z') + hour * 3_600_000) }),
      ),
    );
    await Promise.all(
      appointments.map(({ patient, id }, index) =>
        review(patient, doctor, { rating: (index % 5) + 1, appointmentId: id }),
      ),
    );
    const stored = await ReviewModel.find({ doctorId: doctor.id }).lean();
    const mean = stored.reduce((sum, { rating }) => sum + rating, 0) / stored.length;
    expect(await ratingOf(doctor)).toEqual({ rating: Math.round(mean * 10) / 10, reviewCount: 12 });
  });
});
