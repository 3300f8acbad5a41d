import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { UploadModel } from '../uploads/model.js';

const app = createTestApp();
/** Wednesday noon in New York. */
beforeEach(() => app.clock.set('2026-11-25T17:00:00Z'));

describe('the profile', () => {
  test('a doctor changes what patients read', async () => {
    const doctor = await buildDoctor();
    const changes = { name: 'Dr. New Name', about: 'Sees children.', experience: 11, contactNumber: '+1 212 555 0100' };
    const reply = await app.as(doctor).put('/api/doctors/profile').send(changes);
    expect(reply.body.data).toMatchObject({ ...changes, role: 'doctor', email: doctor.email });
    const seen = (await app.anonymous.get(`/api/doctors/${doctor.id}`)).body.data;
    expect(seen).toMatchObject({ name: 'Dr. New Name', about: 'Sees children.', experience: 11 });
    expect(seen).not.toHaveProperty('contactNumber');
  });

  test('a schedule in it is saved by the rules of the schedule, and lists the appointments outside of it', async () => {
    const appointment = await buildAppointment({ startsAt: '2026-11-26T14:00:00Z' });
    const reply = await app.as(appointment.doctor).put('/api/doctors/profile').send({ schedule: [] });
    expect(reply.body.meta.affected).toMatchObject([{ _id: appointment.id, status: 'scheduled' }]);
    const slots = [
      { slotNumber: 1, startTime: '09:00', endTime: '10:00', isAvailable: true },
      { slotNumber: 2, startTime: '09:30', endTime: '10:30', isAvailable: true },
    ];
    const overlap = { schedule: [{ day: 'monday', slots }] };
    expect((await app.as(appointment.doctor).put('/api/doctors/profile').send(overlap)).status).toBe(400);
  });

  test.each([
    { role: 'admin' },
    { verification: 'verified' },
    { rating: 5 },
    { email: 'new@example.test' },
    { avatar: 'https://tracker.example/pixel.png' },
    { experience: -1 },
  ])('%j is refused', async (body) => {
    const doctor = await buildDoctor();
    expect((await app.as(doctor).put('/api/doctors/profile').send(body)).status).toBe(400);
  });

  test('an own uploaded photo is taken by its id or address, and taken away again', async () => {
    const [doctor, other] = await Promise.all([buildDoctor(), buildDoctor()]);
    const photoOf = async (owner: TestUser) => {
      const facts = { mimeType: 'image/webp', bytes: 1, width: 1, height: 1, createdAt: new Date() };
      const upload = await UploadModel.create({ ...facts, purpose: 'avatar', ownerId: owner.id, ownerRole: 'doctor' });
      return upload._id.toString();
    };
    const [own, foreign] = [await photoOf(doctor), await photoOf(other)];
    const save = (avatar: string) => app.as(doctor).put('/api/doctors/profile').send({ avatar });
    expect((await save(own)).body.data.avatar).toBe(`/api/uploads/${own}`);
    expect((await save(`/api/uploads/${own}`)).body.data.avatar).toBe(`/api/uploads/${own}`);
    expect((await save(foreign)).status).toBe(400);
    expect((await save('')).body.data.avatar).toBe('');
  });

  test('patients have none', async () => {
    expect(
      (
        await app
          .as(await buildPatient())
          .put('/api/doctors/profile')
          .send({ name: 'Me' })
      ).status,
    ).toBe(403);
  });
});

describe('the dashboard', () => {
  test('counts today, the request list, this week and the last, and the rates of 90 days', async () => {
    const doctor = await buildDoctor({ rating: 4.5, ratingCount: 2 });
    const at = (startsAt: string, status: 'completed' | 'cancelled' | 'no_show' | 'scheduled' | 'pending') =>
      buildAppointment({ doctor, startsAt, status });
    await Promise.all([
      at('2026-11-25T14:00:00Z', 'completed'),
      at('2026-11-25T15:00:00Z', 'cancelled'),
      at('2026-11-25T21:00:00Z', 'scheduled'),
      // Wednesday evening in New York, Thursday in UTC.
      at('2026-11-26T03:30:00Z', 'pending'),
      at('2026-11-23T14:00:00Z', 'no_show'),
      at('2026-11-29T14:00:00Z', 'pending'),
      at('2026-11-18T14:00:00Z', 'completed'),
      at('2026-11-18T15:00:00Z', 'completed'),
      at('2026-07-01T15:00:00Z', 'no_show'),
      buildAppointment({ startsAt: '2026-11-25T14:00:00Z', status: 'completed' }),
    ]);
    const reply = await app.as(doctor).get('/api/doctors/dashboard');
    expect(reply.body.data).toEqual({
      todayCount: 3,
      todayCompleted: 1,
      pendingCount: 2,
      weekCount: 5,
      weekCompleted: 1,
      lastWeekCount: 2,
      completionRate: 3 / 5,
      noShowRate: 1 / 5,
      rating: 4.5,
      reviewCount: 2,
      week: [
        { date: '2026-11-23', booked: 1, completed: 0 },
        { date: '2026-11-24', booked: 0, completed: 0 },
        { date: '2026-11-25', booked: 3, completed: 1 },
        { date: '2026-11-26', booked: 0, completed: 0 },
        { date: '2026-11-27', booked: 0, completed: 0 },
        { date: '2026-11-28', booked: 0, completed: 0 },
        { date: '2026-11-29', booked: 1, completed: 0 },
      ],
    });
  });

  test('is empty, not broken, before the first appointment', async () => {
    const reply = await app.as(await buildDoctor()).get('/api/doctors/dashboard');
    expect(reply.body.data).toMatchObject({ todayCount: 0, completionRate: null, noShowRate: null, weekCount: 0 });
    expect(reply.body.data.week).toHaveLength(7);
  });
});
