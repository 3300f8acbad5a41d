import type { Appointment } from '@health-connect/contract/appointments';
import type { Slot } from '@health-connect/contract/slots';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, everyDay, rulesOf } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';
import { AuditModel } from '../../db/audit.js';

const app = createTestApp();
/** Tuesday 09:00, 09:30 and 10:00 in New York. */
const NINE = '2026-11-24T14:00:00.000Z';
const HALF_PAST_NINE = '2026-11-24T14:30:00.000Z';
const TEN = '2026-11-24T15:00:00.000Z';

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

const post = (patient: TestUser, body: object, key?: string) => {
  const request = app.as(patient).post('/api/appointments');
  return (key ? request.set('Idempotency-Key', key) : request).send(body);
};
const statusesOf = (replies: { status: number }[]) => replies.map(({ status }) => status).sort();
const slotsOf = async (doctor: TestUser): Promise<Slot[]> =>
  (await app.anonymous.get(`/api/doctors/${doctor.id}/slots?from=2026-11-24&to=2026-11-24`)).body.data;

describe('booking', () => {
  test('a patient books an offered slot and the doctor hears of it', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const screen = await app.socket(doctor);
    const body = { doctorId: doctor.id, startsAt: NINE, mode: 'video', reason: 'Cough', symptoms: 'At night' };

    const reply = await post(patient, body);

    expect(reply.status).toBe(201);
    expect(reply.body.data).toMatchObject({
      doctorId: { _id: doctor.id, name: doctor.name, specialization: 'General practice' },
      patientId: { _id: patient.id, name: patient.name },
      status: 'pending',
      mode: 'video',
      reason: 'Cough',
      symptoms: 'At night',
      startsAt: NINE,
      endsAt: HALF_PAST_NINE,
      date: '2026-11-24',
      startTime: '09:00',
      endTime: '09:30',
      timeZone: 'America/New_York',
      joinFrom: '2026-11-24T13:45:00.000Z',
      joinUntil: '2026-11-24T15:30:00.000Z',
      history: [{ command: 'book', by: 'patient', from: null, to: 'pending' }],
    });
    const heard = await screen.next('appointment-changed');
    expect(heard).toMatchObject({ _id: reply.body.data._id, can: { confirm: true }, notes: '' });
  });

  test('by date and time on the doctor’s clock, with the end that the seed clients send', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const time = { date: '2026-11-24', startTime: '09:00', endTime: '09:30', status: 'pending' };
    const reply = await post(patient, { doctorId: doctor.id, ...time });
    expect(reply.status).toBe(201);
    expect(reply.body.data.startsAt).toBe(NINE);
  });

  test('a doctor who confirms automatically has it scheduled at once', async () => {
    const doctor = await buildDoctor({ rules: rulesOf({ autoConfirm: true }) });
    const reply = await post(await buildPatient(), { doctorId: doctor.id, startsAt: NINE });
    expect(reply.body.data.status).toBe('scheduled');
  });

  test('leaves one row in the audit, without any of the patient’s words', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const reply = await post(patient, { doctorId: doctor.id, startsAt: NINE, reason: 'Secret rash' });
    const rows = await AuditModel.find({ subjectId: reply.body.data._id }).lean();
    expect(rows).toMatchObject([{ action: 'appointment.book', actorRole: 'patient' }]);
    expect(JSON.stringify(rows)).not.toContain('Secret');
  });
});

describe('races', () => {
  test('BK-1: 50 patients, one slot: one gets it, 49 hear that it is taken and which are free', async () => {
    const [doctor, ...patients] = await Promise.all([
      buildDoctor(),
      ...Array.from({ length: 50 }, () => buildPatient()),
    ]);
    const replies = await Promise.all(
      patients.map((patient) => post(patient, { doctorId: doctor.id, startsAt: NINE })),
    );

    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    const losers = replies.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(49);
    for (const { body } of losers) {
      expect(body.code).toBe('slot_taken');
      const starts = body.data.slots.map((slot: Slot) => slot.startsAt);
      expect(starts).toContain(HALF_PAST_NINE);
      expect(starts).not.toContain(NINE);
    }
    expect(await AppointmentModel.countDocuments({ doctorId: doctor.id })).toBe(1);
  });

  test('BK-2: appointments of different lengths that overlap: one wins', async () => {
    const weekOf = (startTime: string, endTime: string) =>
      everyDay.map(({ day }) => ({ day, slots: [{ slotNumber: 1, startTime, endTime, isAvailable: true }] }));
    const doctor = await buildDoctor({ schedule: weekOf('10:00', '10:45') });
    const [a, b] = await Promise.all([buildPatient(), buildPatient()]);
    // The doctor changes the week in the moment in which both book: each of them saw another one.
    const [first, , second] = await Promise.all([
      post(a, { doctorId: doctor.id, date: '2026-11-24', startTime: '10:00' }),
      app
        .as(doctor)
        .put('/api/doctors/schedule')
        .send({ schedule: weekOf('10:30', '11:00') }),
      buildAppointment({ doctor, patient: b, startsAt: '2026-11-24T15:30:00Z' }).then(
        () => ({ status: 201 }),
        () => ({ status: 409 }),
      ),
    ]);
    expect([first.status, second.status].filter((status) => status === 201)).toHaveLength(1);
    expect(await AppointmentModel.countDocuments({ doctorId: doctor.id })).toBe(1);
  });

  test('BK-3: one patient, two doctors at overlapping times: one appointment, the other hears `patient_busy`', async () => {
    const [patient, one, other] = await Promise.all([buildPatient(), buildDoctor(), buildDoctor()]);
    const replies = await Promise.all(
      [one, other].map((doctor) => post(patient, { doctorId: doctor.id, startsAt: NINE })),
    );
    expect(statusesOf(replies)).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)!.body.code).toBe('patient_busy');
  });
});

describe('BK-4: Idempotency-Key', () => {
  test('the same body five times, in parallel and later: one appointment, the same answer', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const body = { doctorId: doctor.id, startsAt: NINE, reason: 'Cough' };
    const parallel = await Promise.all([1, 2, 3, 4].map(() => post(patient, body, 'key-1')));
    const later = await post(patient, body, 'key-1');
    expect(statusesOf([...parallel, later])).toEqual([201, 201, 201, 201, 201]);
    for (const reply of parallel) expect(reply.body).toEqual(later.body);
    expect(await AppointmentModel.countDocuments({ doctorId: doctor.id })).toBe(1);
  });

  test('a retry long after is still the first one, also when that time is no longer offered', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const body = { doctorId: doctor.id, startsAt: NINE };
    const first = await post(patient, body, 'key-1');
    app.clock.set('2026-11-24T13:30:00Z');
    const retry = await post(patient, body, 'key-1');
    expect(retry.status).toBe(201);
    expect(retry.body.data._id).toBe(first.body.data._id);
  });

  test('the same key with another body is refused', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    await post(patient, { doctorId: doctor.id, startsAt: NINE }, 'key-1');
    const reply = await post(patient, { doctorId: doctor.id, startsAt: TEN }, 'key-1');
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe('key_reused');
  });

  test('another patient’s key is another key', async () => {
    const [doctor, one, other] = await Promise.all([buildDoctor(), buildPatient(), buildPatient()]);
    const replies = [
      await post(one, { doctorId: doctor.id, startsAt: NINE }, 'key-1'),
      await post(other, { doctorId: doctor.id, startsAt: TEN }, 'key-1'),
    ];
    expect(statusesOf(replies)).toEqual([201, 201]);
    expect(replies[0]!.body.data._id).not.toBe(replies[1]!.body.data._id);
  });
});

describe('what can be had', () => {
  test('BK-5: a pending request holds its slot; BK-6: a cancelled one gives it back', async () => {
    const [doctor, one, other] = await Promise.all([buildDoctor(), buildPatient(), buildPatient()]);
    const first = await post(one, { doctorId: doctor.id, startsAt: NINE });
    expect((await slotsOf(doctor)).map((slot) => slot.startsAt)).not.toContain(NINE);
    expect((await post(other, { doctorId: doctor.id, startsAt: NINE })).body.code).toBe('slot_taken');

    await app.as(one).put(`/api/appointments/${first.body.data._id}`).send({ status: 'cancelled' });

    expect((await slotsOf(doctor)).map((slot) => slot.startsAt)).toContain(NINE);
    expect((await post(other, { doctorId: doctor.id, startsAt: NINE })).status).toBe(201);
  });

  test('BK-8: buffers protect an appointment, and never overlap each other', async () => {
    const slots = Array.from({ length: 36 }, (_, index) => ({
      slotNumber: index + 1,
      startTime: `${String(8 + Math.floor(index / 4)).padStart(2, '0')}:${String((index % 4) * 15).padStart(2, '0')}`,
      endTime: `${String(8 + Math.floor((index + 1) / 4)).padStart(2, '0')}:${String(((index + 1) % 4) * 15).padStart(2, '0')}`,
      isAvailable: true,
    }));
    const doctor = await buildDoctor({
      schedule: everyDay.map(({ day }) => ({ day, slots })),
      rules: rulesOf({ bufferBeforeMinutes: 5, bufferAfterMinutes: 10 }),
    });
    await buildAppointment({ doctor, startsAt: TEN, minutes: 30 });

    const starts = (await slotsOf(doctor)).map((slot) => slot.startTime);

    // Protected: 09:55 to 10:40. An appointment of 15 minutes with the same buffers fits up to 09:30 and from 10:45 on.
    expect(starts).toContain('09:30');
    expect(starts).not.toContain('09:45');
    expect(starts).not.toContain('10:30');
    expect(starts).toContain('10:45');
    const refused = await post(await buildPatient(), { doctorId: doctor.id, date: '2026-11-24', startTime: '09:45' });
    expect(refused.body.code).toBe('slot_taken');
  });

  test.each([
    ['1 h 59 ahead', '2026-11-24T12:01:00Z', '2026-11-24', 409],
    ['2 h ahead', '2026-11-24T12:00:00Z', '2026-11-24', 201],
    ['on day 60', '2026-09-25T12:00:00Z', '2026-11-24', 201],
    ['on day 61', '2026-09-24T12:00:00Z', '2026-11-24', 409],
  ])('BK-9: a booking %s', async (_when, clock, date, status) => {
    app.clock.set(clock);
    const rules = rulesOf({ minimumNoticeMinutes: 120, bookingWindowDays: 60 });
    const doctor = await buildDoctor({ rules });
    const reply = await post(await buildPatient(), { doctorId: doctor.id, date, startTime: '09:00' });
    expect(reply.status).toBe(status);
    if (status === 409) expect(reply.body.code).toBe('slot_not_offered');
  });

  test('BK-9: a slot that the client invents is not offered', async () => {
    const doctor = await buildDoctor();
    const reply = await post(await buildPatient(), { doctorId: doctor.id, startsAt: '2026-11-24T14:10:00Z' });
    expect(reply.body.code).toBe('slot_not_offered');
    expect(reply.body.data.slots).not.toHaveLength(0);
  });

  test('BK-11: suspended and on a day off is "not offered"; never verified is "not found"', async () => {
    const [patient, pending, suspended, away] = await Promise.all([
      buildPatient(),
      buildDoctor({ verification: 'pending' }),
      buildDoctor({ verification: 'suspended' }),
      buildDoctor({ overrides: [{ date: '2026-11-24', slots: [], note: 'Away' }] }),
    ]);
    const answers = await Promise.all(
      [pending, suspended, away].map((doctor) => post(patient, { doctorId: doctor.id, startsAt: NINE })),
    );
    expect(answers.map(({ body }) => body.code)).toEqual(['not_found', 'slot_not_offered', 'slot_not_offered']);
    const listed = (await app.anonymous.get('/api/doctors?limit=100')).body.data.map(
      (doctor: { _id: string }) => doctor._id,
    );
    expect(listed).not.toContain(pending.id);
    expect(listed).not.toContain(suspended.id);
    expect((await app.anonymous.get(`/api/doctors/${suspended.id}`)).status).toBe(404);
  });

  test.each([
    { status: 'scheduled' },
    { endAt: NINE },
    { patientId: 'ffffffffffffffffffffffff' },
    { doctorNotes: 'x' },
    { rating: 5 },
    { startsAt: { $gt: '' } },
    { doctorId: 'nobody' },
    { reason: ['a', 'b'] },
  ])('BK-12: a body with %j is refused and nothing is written', async (extra) => {
    const doctor = await buildDoctor();
    const reply = await post(await buildPatient(), { doctorId: doctor.id, startsAt: NINE, ...extra });
    expect(reply.status).toBe(400);
    expect(reply.body.code).toBe('validation_failed');
    expect(await AppointmentModel.countDocuments({ doctorId: doctor.id })).toBe(0);
  });

  test('a body without a time, or with two, says so', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const none = await post(patient, { doctorId: doctor.id });
    expect(none.body.errors).toMatchObject([{ path: 'date' }]);
    const two = await post(patient, { doctorId: doctor.id, startsAt: NINE, date: '2026-11-24', startTime: '09:00' });
    expect(two.body.errors).toMatchObject([{ path: 'startsAt' }]);
  });

  test('only patients book', async () => {
    const [doctor, other] = await Promise.all([buildDoctor(), buildDoctor()]);
    expect((await post(other, { doctorId: doctor.id, startsAt: NINE })).status).toBe(403);
    const anonymous = await app.anonymous.post('/api/appointments').send({ doctorId: doctor.id, startsAt: NINE });
    expect(anonymous.status).toBe(401);
  });

  test('the list of doctors shows the next free time, and the one after it once that is taken', async () => {
    const doctor = await buildDoctor({ specialization: 'Nephrology' });
    const listed = async () => (await app.anonymous.get('/api/doctors?specialization=Nephrology')).body.data[0];
    const before = await listed();
    expect(before.nextSlotAt).toBe('2026-11-23T14:00:00.000Z');
    const booked = await post(await buildPatient(), { doctorId: doctor.id, startsAt: before.nextSlotAt });
    expect((booked.body.data as Appointment).status).toBe('pending');
    expect((await listed()).nextSlotAt).toBe('2026-11-23T14:30:00.000Z');
  });
});
