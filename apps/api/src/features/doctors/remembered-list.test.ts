import sharp from 'sharp';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, everyDay, PASSWORD } from '../../../test/factories.js';
import { AccountModel, DoctorModel, doctorsVersion } from '../../db/accounts.js';
import { verifyDoctor } from './verify.js';

vi.mock('../../lib/passwords.js', async (original) => ({
  ...(await original<object>()),
  ...(await import('../../../test/cheap-passwords.js')),
}));

const app = createTestApp();
let doctor: Awaited<ReturnType<typeof buildDoctor>>;
let patient: Awaited<ReturnType<typeof buildPatient>>;
beforeAll(async () => {
  [doctor, patient] = [await buildDoctor(), await buildPatient()];
});

/** Whether doing it made this process forget the lists of doctors that it remembers. */
async function forgets(work: () => PromiseLike<unknown>): Promise<boolean> {
  const before = doctorsVersion();
  await work();
  return doctorsVersion() !== before;
}

async function photoOf(user: typeof doctor | typeof patient): Promise<{ avatar: string }> {
  const picture = sharp({ create: { width: 4, height: 4, channels: 3, background: '#39513f' } }).png();
  const sent = app.as(user).post('/api/uploads').field('purpose', 'avatar');
  const { body } = await sent.attach('file', await picture.toBuffer(), 'picture.png').expect(201);
  return { avatar: body.data._id };
}

const profile = (fields: object) => () => app.as(doctor).put('/api/doctors/profile').send(fields).expect(200);

describe('the doctor list that a process remembers', () => {
  test.each<[string, () => PromiseLike<unknown>]>([
    ['name', profile({ name: 'Dr. Another Name' })],
    ['specialty', profile({ specialization: 'Cardiology' })],
    ['years of experience', profile({ experience: 30 })],
    ['photo', async () => profile(await photoOf(doctor))()],
    ['zone', profile({ timeZone: 'Europe/Lisbon' })],
    ['hours', () => app.as(doctor).put('/api/doctors/schedule').send({ schedule: everyDay }).expect(200)],
    [
      'free times, by a booking',
      async () => {
        const { body } = await app.anonymous.get(`/api/doctors/${doctor.id}/slots`).expect(200);
        const { startsAt } = body.data.find((slot: { available: boolean }) => slot.available);
        await app.as(patient).post('/api/appointments').send({ doctorId: doctor.id, startsAt }).expect(201);
      },
    ],
    [
      'rating',
      async () => {
        const startsAt = new Date(Date.now() - 86_400_000);
        await buildAppointment({ doctor, patient, status: 'completed', startsAt });
        await app
          .as(patient)
          .post(`/api/doctors/${doctor.id}/reviews`)
          .send({ rating: 4, comment: 'Kind.' })
          .expect(201);
      },
    ],
    [
      'verification',
      async () => {
        const { email } = await buildDoctor({ verification: 'pending' });
        await verifyDoctor(email);
      },
    ],
    ['suspension', () => DoctorModel.updateOne({ _id: doctor._id }, { suspendedAt: null })],
  ])('is made anew when what it shows of a doctor changes: %s', async (_what, change) => {
    expect(await forgets(change)).toBe(true);
  });

  test.each<[string, () => PromiseLike<unknown>]>([
    [
      'a patient signs in',
      () =>
        app.anonymous
          .post('/api/auth/login')
          .send({ email: patient.email, password: PASSWORD, role: 'patient' })
          .expect(200),
    ],
    [
      'a doctor signs in',
      () =>
        app.anonymous
          .post('/api/auth/login')
          .send({ email: doctor.email, password: PASSWORD, role: 'doctor' })
          .expect(200),
    ],
    ['somebody signs out', () => app.as(patient).post('/api/auth/logout').expect(200)],
    ['somebody goes away', () => AccountModel.updateOne({ _id: doctor._id }, { lastSeenAt: new Date() })],
    [
      'a patient registers',
      () =>
        app.anonymous
          .post('/api/auth/register')
          .send({ name: 'Ana Souza', email: 'ana@example.test', password: 'correct horse', role: 'patient' })
          .expect(201),
    ],
    [
      'a patient changes their name and profile',
      () => app.as(patient).put('/api/patients/profile').send({ name: 'Bảo Trần', bloodGroup: 'A+' }).expect(200),
    ],
    [
      'a patient changes their photo',
      async () =>
        app
          .as(patient)
          .put('/api/patients/profile')
          .send(await photoOf(patient))
          .expect(200),
    ],
  ])('stays when %s', async (_what, change) => {
    expect(await forgets(change)).toBe(false);
  });
});
