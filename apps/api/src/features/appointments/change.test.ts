import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, rulesOf } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';
import { AuditModel } from '../../db/audit.js';
import { listenTo, startListening } from '../../lib/events.js';

const app = createTestApp();
/** Tuesday 09:00 and 11:00, Wednesday 11:00 in New York. */
const NINE = '2026-11-24T14:00:00.000Z';
const ELEVEN = '2026-11-24T16:00:00.000Z';
const WEDNESDAY = '2026-11-25T16:00:00.000Z';

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

const change = (user: TestUser, id: string, body: object) => app.as(user).put(`/api/appointments/${id}`).send(body);
const book = (user: TestUser, doctor: TestUser, startsAt: string) =>
  app.as(user).post('/api/appointments').send({ doctorId: doctor.id, startsAt });
const startsOf = async (doctor: TestUser, date: string): Promise<string[]> => {
  const reply = await app.anonymous.get(`/api/doctors/${doctor.id}/slots?from=${date}&to=${date}`);
  return reply.body.data.map((slot: { startsAt: string }) => slot.startsAt);
};

describe('confirming', () => {
  test('both screens show it at once, each as its reader may see it', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending', notes: 'Private thought' });
    const [doctors, patients] = await Promise.all([app.socket(appointment.doctor), app.socket(appointment.patient)]);
    await change(appointment.doctor, appointment.id, { status: 'scheduled' });
    const [forDoctor, forPatient] = await Promise.all([
      doctors.next('appointment-changed'),
      patients.next('appointment-changed'),
    ]);
    expect(forDoctor).toMatchObject({ _id: appointment.id, status: 'scheduled', notes: 'Private thought' });
    expect(forPatient).toMatchObject({ _id: appointment.id, status: 'scheduled' });
    expect(forPatient).not.toHaveProperty('notes');
  });

  test('SM-2: confirmed and cancelled at the same moment: one wins each step, and history tells the order', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const changes: string[] = [];
    const stop = startListening([
      listenTo('appointment.changed', 'test', ({ change: { command } }) => void changes.push(command)),
    ]);
    const replies = await Promise.all([
      change(appointment.doctor, appointment.id, { status: 'scheduled' }),
      change(appointment.patient, appointment.id, { status: 'cancelled' }),
    ]);
    stop();
    const stored = await AppointmentModel.findById(appointment.id).lean();
    const steps = stored!.history.slice(1).map(({ command }) => command);
    const succeeded = replies.filter(({ status }) => status === 200);
    expect(succeeded).toHaveLength(steps.length);
    expect(changes).toEqual(steps);
    // A cancel that came first leaves nothing to confirm; nothing brings a cancelled appointment back.
    if (steps[0] === 'cancel') expect(steps).toEqual(['cancel']);
    const isHeld = !(await startsOf(appointment.doctor, '2026-11-24')).includes(NINE);
    expect(isHeld).toBe(stored!.status === 'scheduled');
  });

  test('SM-3: two tabs confirm: one change, and the second gets the current record', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const screen = await app.socket(appointment.patient);
    const replies = await Promise.all([
      change(appointment.doctor, appointment.id, { status: 'scheduled' }),
      change(appointment.doctor, appointment.id, { status: 'scheduled' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const { body } of replies) expect(body.data).toMatchObject({ _id: appointment.id, status: 'scheduled' });
    await change(appointment.patient, appointment.id, { status: 'cancelled' });
    await screen.next('appointment-changed', ({ status }) => status === 'cancelled');
    // The one notification of the confirmation, and no second one.
    expect(screen.heard('appointment-changed').map(({ status }) => status)).toEqual(['scheduled']);
  });
});

describe('moving', () => {
  test('BK-13: a moved appointment gives its old time to others, and the doctor confirms again', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'scheduled' });
    const reply = await change(appointment.patient, appointment.id, { date: '2026-11-25', startTime: '11:00' });
    expect(reply.body.data).toMatchObject({ status: 'pending', startsAt: WEDNESDAY });
    expect((await book(await buildPatient(), appointment.doctor, NINE)).status).toBe(201);
    expect((await book(await buildPatient(), appointment.doctor, WEDNESDAY)).body.code).toBe('slot_taken');
  });

  test('BK-13: where the new time is taken in that moment, the patient still holds the old one', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'scheduled' });
    const rival = await buildPatient();
    const [moved, booked] = await Promise.all([
      change(appointment.patient, appointment.id, { startsAt: ELEVEN }),
      book(rival, appointment.doctor, ELEVEN),
    ]);
    const stored = await AppointmentModel.findById(appointment.id).lean();
    if (moved.status === 200) {
      expect(booked.body.code).toBe('slot_taken');
      expect(stored!.startsAt.toISOString()).toBe(ELEVEN);
    } else {
      expect(booked.status).toBe(201);
      expect(moved.body.code).toBe('slot_taken');
      expect(moved.body.data.slots).not.toHaveLength(0);
      expect(stored).toMatchObject({ status: 'scheduled', startsAt: new Date(NINE) });
      expect((await book(await buildPatient(), appointment.doctor, NINE)).body.code).toBe('slot_taken');
    }
  });

  test('with automatic confirmation it stays scheduled', async () => {
    const doctor = await buildDoctor({ rules: rulesOf({ autoConfirm: true }) });
    const appointment = await buildAppointment({ doctor, startsAt: NINE });
    const reply = await change(appointment.patient, appointment.id, { startsAt: ELEVEN });
    expect(reply.body.data).toMatchObject({ status: 'scheduled', startsAt: ELEVEN });
  });
});

describe('SM-5: a completed appointment', () => {
  test.each([
    ['doctor', { status: 'cancelled' }],
    ['doctor', { startsAt: WEDNESDAY }],
    ['doctor', { status: 'scheduled' }],
    ['patient', { startsAt: WEDNESDAY }],
    ['patient', { status: 'cancelled' }],
    ['patient', { mode: 'chat' }],
    ['patient', { reason: 'Another one' }],
  ] as const)('%s cannot send %j', async (who, body) => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'completed' });
    const reply = await change(appointment[who], appointment.id, body);
    expect(reply.status).toBe(409);
    expect(reply.body.code).toBe('invalid_transition');
    const stored = await AppointmentModel.findById(appointment.id).lean();
    expect(stored).toMatchObject({
      status: 'completed',
      startsAt: appointment.startsAt,
      mode: 'video',
      reason: 'Persistent cough',
    });
  });

  test('addenda written at the same moment: none that was taken is lost', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'completed', notes: 'Mild asthma.' });
    const words = ['hay fever', 'eczema', 'a cough', 'a rash', 'a cold', 'migraine'];
    const replies = await Promise.all(words.map((notes) => change(appointment.doctor, appointment.id, { notes })));
    const { notes } = (await AppointmentModel.findById(appointment.id).lean())!;
    const taken = words.filter((_, index) => replies[index]!.status === 200);
    expect(taken.length).toBeGreaterThan(0);
    for (const addendum of taken) expect(notes).toContain(addendum);
  });

  test('is never deleted; its notes grow by addendum', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'completed', notes: 'Mild asthma.' });
    expect((await app.as(appointment.patient).delete(`/api/appointments/${appointment.id}`)).status).toBe(409);
    const reply = await change(appointment.doctor, appointment.id, {
      notes: 'Also hay fever.',
      summary: 'Use the inhaler.',
    });
    expect(reply.body.data).toMatchObject({ summary: 'Use the inhaler.' });
    expect(reply.body.data.notes).toMatch(/^Mild asthma\.\n\nAddendum 2026-11-23: Also hay fever\.$/);
  });
});

describe('who may send what', () => {
  test('SM-7: fields of the other side are refused by name and nothing changes', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const foreign = 'ffffffffffffffffffffffff';
    const byPatient = { status: 'completed', notes: 'Forged', rating: 5, doctorId: foreign };
    const fromPatient = await change(appointment.patient, appointment.id, byPatient);
    expect(fromPatient.status).toBe(400);
    expect(fromPatient.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'doctorId',
      'notes',
      'status',
    ]);
    const fromDoctor = await change(appointment.doctor, appointment.id, { reason: 'Mine', rating: 5, review: 'Great' });
    expect(fromDoctor.status).toBe(400);
    expect(fromDoctor.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'rating',
      'reason',
      'review',
    ]);
    const stored = await AppointmentModel.findById(appointment.id).lean();
    expect(stored).toMatchObject({ status: 'pending', notes: '', rating: null, reason: 'Persistent cough' });
  });

  test.each([
    ['doctor', { status: 'cancelled', startsAt: WEDNESDAY }, 'status'],
    ['doctor', { status: 'rescheduled' }, 'startsAt'],
    ['patient', { status: 'cancelled', proposal: 'accept' }, 'status'],
    ['patient', { rating: 4, reason: 'x' }, 'reason'],
    ['patient', { review: 'Kind' }, 'rating'],
    ['patient', {}, ''],
  ] as const)('what does not go together is refused: %s, %j', async (who, body, path) => {
    const appointment = await buildAppointment({ startsAt: NINE });
    const reply = await change(appointment[who], appointment.id, body);
    expect(reply.status).toBe(400);
    expect(reply.body.errors[0].path).toBe(path);
  });

  test('reason and mode are the patient’s while it is pending', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, status: 'pending' });
    const edited = await change(appointment.patient, appointment.id, { reason: 'Worse now', mode: 'chat' });
    expect(edited.body.data).toMatchObject({ reason: 'Worse now', mode: 'chat', history: [{ command: 'book' }] });
    await change(appointment.doctor, appointment.id, { status: 'scheduled' });
    expect((await change(appointment.patient, appointment.id, { reason: 'Again' })).status).toBe(409);
  });

  test('SM-8: a patient’s answer has no notes in it; a stranger finds nothing', async () => {
    const appointment = await buildAppointment({ startsAt: NINE, notes: 'Private thought', summary: 'Rest' });
    const own = await app.as(appointment.patient).get(`/api/appointments/${appointment.id}`);
    expect(own.body.data.summary).toBe('Rest');
    expect(JSON.stringify(own.body)).not.toMatch(/notes|Private/);
    const list = await app.as(appointment.patient).get('/api/appointments/patient');
    expect(JSON.stringify(list.body)).not.toMatch(/"notes"|Private/);
    const [stranger, otherDoctor] = await Promise.all([buildPatient(), buildDoctor()]);
    for (const user of [stranger, otherDoctor]) {
      expect((await app.as(user).get(`/api/appointments/${appointment.id}`)).status).toBe(404);
    }
  });
});

describe('taking it off the list', () => {
  test('an active one is cancelled; it leaves the caller’s list only', async () => {
    const appointment = await buildAppointment({ startsAt: NINE });
    const reply = await app.as(appointment.patient).delete(`/api/appointments/${appointment.id}`);
    expect(reply.body.data.status).toBe('cancelled');
    expect((await app.as(appointment.patient).get('/api/appointments')).body.data).toEqual([]);
    expect((await app.as(appointment.doctor).get('/api/appointments')).body.data).toMatchObject([
      { _id: appointment.id },
    ]);
    expect(await startsOf(appointment.doctor, '2026-11-24')).toContain(NINE);
  });

  test('a stranger finds nothing to take away', async () => {
    const appointment = await buildAppointment({ startsAt: NINE });
    expect((await app.as(await buildPatient()).delete(`/api/appointments/${appointment.id}`)).status).toBe(404);
    expect(await AppointmentModel.findById(appointment.id).lean()).toMatchObject({ status: 'scheduled' });
  });
});

test('SM-10: every step leaves one row of history and one of audit', async () => {
  const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
  const { _id: id } = (await book(patient, doctor, NINE)).body.data;
  await change(doctor, id, { status: 'scheduled' });
  await change(doctor, id, { startsAt: WEDNESDAY, comment: 'Operating' });
  await change(patient, id, { proposal: 'accept' });
  app.clock.set(WEDNESDAY);
  const done = await change(doctor, id, { status: 'completed', notes: 'Fine' });

  expect(done.body.data.history).toMatchObject([
    { command: 'book', by: 'patient', from: null, to: 'pending' },
    { command: 'confirm', by: 'doctor', from: 'pending', to: 'scheduled' },
    { command: 'propose', by: 'doctor', from: 'scheduled', to: 'rescheduled', reason: 'Operating' },
    { command: 'accept', by: 'patient', from: 'rescheduled', to: 'scheduled' },
    { command: 'complete', by: 'doctor', from: 'scheduled', to: 'completed', at: WEDNESDAY },
  ]);
  const audit = await AuditModel.find({ subjectId: id }).sort({ at: 1, _id: 1 }).lean();
  expect(audit.map(({ action }) => action.replace('appointment.', ''))).toEqual([
    'book',
    'confirm',
    'propose',
    'accept',
    'complete',
  ]);
});
