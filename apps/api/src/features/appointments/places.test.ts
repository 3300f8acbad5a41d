import type { TooManyBookings } from '@health-connect/contract/appointments';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';

const app = createTestApp();

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

/** The half hours from Tuesday 09:00 in New York on, 16 a day. */
const slot = (index: number) =>
  new Date(Date.parse('2026-11-24T14:00:00Z') + Math.floor(index / 16) * 86_400_000 + (index % 16) * 1_800_000);
const post = (patient: TestUser, doctor: TestUser, index: number, key?: string) => {
  const request = app.as(patient).post('/api/appointments');
  return (key ? request.set('Idempotency-Key', key) : request).send({
    doctorId: doctor.id,
    startsAt: slot(index).toISOString(),
    reason: 'Secret rash',
  });
};
const cancel = (patient: TestUser, id: string) =>
  app.as(patient).put(`/api/appointments/${id}`).send({ status: 'cancelled' });
const buildDoctors = (count: number) => Promise.all(Array.from({ length: count }, () => buildDoctor()));
const codesOf = (replies: { status: number; body: { code?: string } }[]) =>
  replies.map(({ status, body }) => body.code ?? status);
const activeOf = (patient: TestUser) =>
  AppointmentModel.find({ patientId: patient.id, status: { $in: ['pending', 'scheduled', 'rescheduled'] } }).lean();

describe('FR-1: how many appointments one patient may have coming up', () => {
  test('the fourth with one doctor is refused with those that there are; cancelling one frees one', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const booked = [await post(patient, doctor, 2), await post(patient, doctor, 0), await post(patient, doctor, 1)];
    const refused = await post(patient, doctor, 3);

    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('too_many_bookings');
    expect(refused.body).toMatchObject({ reason: 'too_many_with_doctor', params: { count: 3 } });
    const data: TooManyBookings = refused.body.data;
    expect(data).toMatchObject({ limit: 3, counts: 'with_doctor' });
    expect(data.visits.map(({ startsAt }) => startsAt)).toEqual([0, 1, 2].map((index) => slot(index).toISOString()));
    expect(data.visits[0]).toMatchObject({ doctorId: { name: doctor.name }, status: 'pending', can: { cancel: true } });
    expect(JSON.stringify(refused.body)).not.toContain('Secret');

    expect((await cancel(patient, booked[0]!.body.data._id)).status).toBe(200);
    expect((await post(patient, doctor, 3)).status).toBe(201);
    expect((await post(patient, doctor, 4)).body.code).toBe('too_many_bookings');
    expect((await post(await buildPatient(), doctor, 4)).status).toBe(201);
  });

  test('the eleventh in all is refused with all ten, whoever the doctor is', async () => {
    const [doctors, patient] = [await buildDoctors(5), await buildPatient()];
    for (let index = 0; index < 10; index++) {
      expect((await post(patient, doctors[Math.floor(index / 3)]!, index)).status).toBe(201);
    }
    const { status, body } = await post(patient, doctors[4]!, 10);
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'too_many_bookings' });
    expect(body.data).toMatchObject({ limit: 10, counts: 'all' });
    expect(body.data.visits).toHaveLength(10);
    expect(body).toMatchObject({ reason: 'too_many_in_all', params: { count: 10 } });
    expect(body.data.visits[0].doctorId.name).toBe(doctors[0]!.name);
  });

  test('twenty at once with one doctor: three are taken, and each other answer says why', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const replies = await Promise.all(Array.from({ length: 20 }, (_, index) => post(patient, doctor, index)));
    expect(codesOf(replies).sort()).toEqual([...Array(3).fill(201), ...Array(17).fill('too_many_bookings')]);
    expect(await activeOf(patient)).toHaveLength(3);
  });

  test('twenty-four at once with eight doctors: ten are taken', async () => {
    const [doctors, patient] = [await buildDoctors(8), await buildPatient()];
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, index) => post(patient, doctors[index % 8]!, index)),
    );
    expect(codesOf(replies).sort()).toEqual([...Array(10).fill(201), ...Array(14).fill('too_many_bookings')]);
    expect(await activeOf(patient)).toHaveLength(10);
  });

  test('two of them cancelled while others are booked: never more than three', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const first = await Promise.all([0, 1, 2].map((index) => post(patient, doctor, index)));
    await Promise.all([
      ...first.slice(0, 2).map(({ body }) => cancel(patient, body.data._id)),
      ...Array.from({ length: 12 }, (_, index) => post(patient, doctor, 3 + index)),
    ]);
    expect((await activeOf(patient)).length).toBeLessThanOrEqual(3);
  });
});

describe('what counts', () => {
  test('a repeated Idempotency-Key gets its first answer also when the places are full', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const replies = await Promise.all([0, 1, 2].map((index) => post(patient, doctor, index, `key-${index}`)));
    const again = await Promise.all([0, 1, 2, 0, 1, 2].map((index) => post(patient, doctor, index, `key-${index}`)));
    expect(codesOf(again)).toEqual(Array(6).fill(201));
    again.forEach((reply, index) => expect(reply.body.data._id).toBe(replies[index % 3]!.body.data._id));
    expect((await post(patient, doctor, 3, 'key-3')).body.code).toBe('too_many_bookings');
  });

  test('an appointment that has begun gives its place up, though nobody closed it', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const booked = await Promise.all([0, 1, 2].map((index) => post(patient, doctor, index)));
    for (const { body } of booked) {
      await app.as(doctor).put(`/api/appointments/${body.data._id}`).send({ status: 'scheduled' });
    }
    app.clock.set(slot(1).getTime());
    expect(codesOf(await Promise.all([16, 17, 18, 19].map((index) => post(patient, doctor, index)))).sort()).toEqual([
      201,
      201,
      'too_many_bookings',
      'too_many_bookings',
    ]);
    expect((await activeOf(patient)).map(({ status }) => status).sort()).toEqual([
      ...Array(2).fill('pending'),
      ...Array(3).fill('scheduled'),
    ]);
  });

  test('FR-10: appointments from before there were places count, and can be moved and cancelled', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const old = await Promise.all(
      [0, 1].map((index) => buildAppointment({ doctor, patient, startsAt: slot(index), status: 'scheduled' })),
    );
    const ids = old.map(({ _id }) => _id);
    const $unset = { place: '', doctorPlace: '', answerBy: '' };
    await AppointmentModel.collection.updateMany({ _id: { $in: ids } }, { $unset });
    expect(codesOf(await Promise.all([2, 3, 4].map((index) => post(patient, doctor, index)))).sort()).toEqual([
      201,
      'too_many_bookings',
      'too_many_bookings',
    ]);
    const move = await app
      .as(patient)
      .put(`/api/appointments/${old[0]!.id}`)
      .send({ startsAt: slot(20).toISOString() });
    expect(move.body.data).toMatchObject({ status: 'pending' });
    await cancel(patient, old[1]!.id);
    expect(codesOf(await Promise.all([5, 6].map((index) => post(patient, doctor, index)))).sort()).toEqual([
      201,
      'too_many_bookings',
    ]);
  });

  test('a moved appointment keeps its place, a proposed one too', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const [first, second] = await Promise.all([0, 1, 2].map((index) => post(patient, doctor, index)));
    const change = (user: TestUser, id: string, body: object) => app.as(user).put(`/api/appointments/${id}`).send(body);
    await change(patient, first!.body.data._id, { startsAt: slot(5).toISOString() });
    await change(doctor, second!.body.data._id, { startsAt: slot(21).toISOString() });
    expect((await post(patient, doctor, 7)).body.code).toBe('too_many_bookings');
    await change(patient, second!.body.data._id, { proposal: 'accept' });
    expect((await post(patient, doctor, 7)).body.code).toBe('too_many_bookings');
  });
});
