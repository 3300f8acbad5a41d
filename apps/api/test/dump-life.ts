import type { Role } from '@health-connect/contract/roles';
import sharp from 'sharp';
import { DoctorModel } from '../src/db/accounts.js';
import { CallModel } from '../src/features/calls/model.js';
import { ConsultModel } from '../src/features/consults/model.js';
import type { TestApp, TestUser } from './app.js';
import { everyDay } from './factories.js';

/** Of everybody in a dump. */
export const DUMP_PASSWORD = 'a dump is no secret';

const WEEK_BEFORE = '2026-11-10T08:00:00Z';
/** The last moment of the life of a dump. */
export const DUMP_AT = '2026-11-21T12:00:00Z';

const TIMES = ['10:00', '11:00', '14:00', '15:00'];
const schedule = everyDay.map(({ day, slots }) => ({
  day,
  slots: slots
    .filter(({ startTime }) => TIMES.includes(startTime))
    .map((slot, index) => ({ ...slot, slotNumber: index + 1 })),
}));

/**
 * A short life of a clinic, by what people send, so that there is something in every collection and every status:
 * two doctors, two patients, ten days.
 */
export async function liveForADump(app: TestApp): Promise<void> {
  app.clock.set(WEEK_BEFORE);
  const [mere, tomas] = [await join(app, 'Dr. Mere Ropata', 'doctor'), await join(app, 'Dr. Tomás Prieto', 'doctor')];
  const [ana, bao] = [await join(app, 'Ana Souza', 'patient'), await join(app, 'Bảo Trần', 'patient')];
  await DoctorModel.updateMany({}, { verification: 'verified' });
  for (const doctor of [mere, tomas]) {
    const overrides = [{ date: '2026-12-24', slots: [], note: 'Holiday' }];
    await app.as(doctor).put('/api/doctors/schedule').send({ schedule, overrides }).expect(200);
    await app
      .as(doctor)
      .put('/api/doctors/profile')
      .send({ avatar: await upload(app, doctor, 'avatar') })
      .expect(200);
  }
  const contact = { name: 'Rui Souza', relationship: 'brother', phone: '+351 21 555 0101' };
  const profile = { dateOfBirth: '1990-04-30', gender: 'woman', allergies: 'Penicillin', bloodGroup: 'A+' };
  await app
    .as(ana)
    .put('/api/patients/profile')
    .send({ ...profile, emergencyContact: [contact] })
    .expect(200);

  const book = async (patient: TestUser, doctor: TestUser, date: string, startTime: string): Promise<string> => {
    const booking = { doctorId: doctor.id, date, startTime, reason: 'A cough', symptoms: 'At night.' };
    return (await app.as(patient).post('/api/appointments').send(booking).expect(201)).body.data._id;
  };
  const change = (user: TestUser, id: string, body: object) =>
    app.as(user).put(`/api/appointments/${id}`).send(body).expect(200);

  const seen = await book(ana, mere, '2026-11-12', '10:00');
  const missed = await book(bao, mere, '2026-11-12', '14:00');
  for (const id of [seen, missed]) await change(mere, id, { status: 'scheduled' });
  app.clock.set('2026-11-12T15:00:00Z');
  const people = {
    callerId: mere.id,
    calleeId: ana.id,
    participants: [mere.id, ana.id],
    startedAt: new Date(app.clock.now()),
  };
  const ended = {
    state: 'ended',
    reason: 'completed',
    answeredAt: people.startedAt,
    endedAt: people.startedAt,
  } as const;
  await CallModel.create([
    { ...people, ...ended, kind: 'call' },
    { ...people, ...ended, kind: 'consult', appointmentId: seen },
  ]);
  await ConsultModel.create({ _id: seen, doctorId: mere.id, patientId: ana.id, admitted: [ana.id] });
  app.clock.set('2026-11-13T12:00:00Z');
  await change(mere, seen, { status: 'completed', notes: 'Lungs are clear.', summary: 'Rest and drink.', revision: 0 });
  await change(mere, missed, { status: 'no_show' });
  await app
    .as(ana)
    .post(`/api/doctors/${mere.id}/reviews`)
    .send({ rating: 5, comment: 'Kind and clear.', appointmentId: seen })
    .expect(201);

  app.clock.set(DUMP_AT);
  await book(ana, tomas, '2026-11-23', '10:00');
  await change(tomas, await book(bao, tomas, '2026-11-24', '11:00'), { status: 'scheduled' });
  await change(mere, await book(ana, mere, '2026-11-25', '10:00'), {
    status: 'rescheduled',
    date: '2026-11-26',
    startTime: '15:00',
  });
  await change(bao, await book(bao, mere, '2026-11-27', '10:00'), { status: 'cancelled', comment: 'On holiday.' });
  const words = [
    [ana, mere, { text: 'Thank you, it is better.' }],
    [mere, ana, { text: 'Good to hear.' }],
    [ana, mere, { text: 'And this?', image: await upload(app, ana, 'message') }],
    [bao, tomas, { text: 'See you on Tuesday.' }],
  ] as const;
  for (const [index, [from, to, body]] of words.entries())
    await app
      .as(from)
      .post(`/api/message/send/${to.id}`)
      .send({ ...body, clientId: `dump-message-${index}` })
      .expect(201);
  await app.as(bao).post('/api/auth/logout').expect(200);
  await app.anonymous.get('/api/doctors').expect(200);
}

async function join(app: TestApp, name: string, role: Role): Promise<TestUser> {
  const email = `${name
    .split(' ')
    .at(-2)!
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()}@example.test`;
  const work = { specialization: 'General practice', experience: 7, qualification: 'MD', timeZone: 'America/New_York' };
  const { body } = await app.anonymous
    .post('/api/auth/register')
    .send({ name, email, role, password: DUMP_PASSWORD, ...(role === 'doctor' && work) })
    .expect(201);
  return { id: body.data._id, role: role as TestUser['role'] };
}

async function upload(app: TestApp, user: TestUser, purpose: string): Promise<string> {
  const picture = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#39513f' } })
    .png()
    .toBuffer();
  const sent = app.as(user).post('/api/uploads').field('purpose', purpose).attach('file', picture, 'picture.png');
  return (await sent.expect(201)).body.data._id;
}
