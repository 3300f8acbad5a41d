import type { Appointment } from '@health-connect/contract/appointments';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAdmin, buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';

const app = createTestApp();
beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

const list = async (user: TestUser, query = '', path = '/api/appointments') => {
  const reply = await app.as(user).get(`${path}?${query}`);
  expect(reply.status).toBe(200);
  return { ids: reply.body.data.map(({ _id }: Appointment) => _id) as string[], ...reply.body };
};

describe('the list of appointments', () => {
  test('is one’s own, by start, with the other party', async () => {
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient()]);
    const late = await buildAppointment({ doctor, patient, startsAt: '2026-11-25T14:00:00Z' });
    const early = await buildAppointment({ doctor, patient, startsAt: '2026-11-24T14:00:00Z' });
    const others = await buildAppointment({ doctor, startsAt: '2026-11-24T15:00:00Z' });

    expect((await list(patient)).ids).toEqual([early.id, late.id]);
    expect((await list(patient, '', '/api/appointments/patient')).ids).toEqual([early.id, late.id]);
    const doctors = await list(doctor, '', '/api/appointments/doctor');
    expect(doctors.ids).toEqual([early.id, others.id, late.id]);
    expect(doctors.data[0]).toMatchObject({
      doctorId: { _id: doctor.id, name: doctor.name, specialization: 'General practice', avatar: '' },
      patientId: { _id: patient.id, name: patient.name, avatar: '' },
      date: '2026-11-24',
      startTime: '09:00',
    });
    expect((await list(await buildPatient())).ids).toEqual([]);
    expect((await list(await buildAdmin())).ids).toEqual([]);
  });

  test('page by page, each once', async () => {
    const patient = await buildPatient();
    const visits = [];
    for (const hour of ['14', '15', '16', '17', '18']) {
      visits.push(await buildAppointment({ patient, startsAt: `2026-11-24T${hour}:00:00Z` }));
    }
    const found: string[] = [];
    let cursor: string | null = '';
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(patient, `limit=2${cursor && `&cursor=${cursor}`}`);
      found.push(...page.ids);
      cursor = page.meta.nextCursor;
    } while (cursor !== null);
    expect(found).toEqual(visits.map(({ id }) => id));
  });

  test('by status, several at once', async () => {
    const patient = await buildPatient();
    const at = (hour: number, status: 'pending' | 'scheduled' | 'cancelled') =>
      buildAppointment({ patient, status, startsAt: `2026-11-24T${hour}:00:00Z` });
    const [pending, scheduled] = [await at(14, 'pending'), await at(15, 'scheduled')];
    await at(16, 'cancelled');
    expect((await list(patient, 'status=pending,scheduled')).ids).toEqual([pending.id, scheduled.id]);
    expect((await list(patient, 'status=scheduled')).ids).toEqual([scheduled.id]);
  });

  test('by dates of the reader’s own calendar', async () => {
    // In New York this is Tuesday evening, in Auckland Wednesday afternoon.
    const [doctor, patient] = await Promise.all([buildDoctor(), buildPatient({ timeZone: 'Pacific/Auckland' })]);
    const visit = await buildAppointment({ doctor, patient, startsAt: '2026-11-25T01:00:00Z' });
    expect((await list(doctor, 'from=2026-11-24&to=2026-11-24')).ids).toEqual([visit.id]);
    expect((await list(patient, 'from=2026-11-24&to=2026-11-24')).ids).toEqual([]);
    expect((await list(patient, 'from=2026-11-25&to=2026-11-25')).ids).toEqual([visit.id]);
    expect((await list(patient, 'from=2026-11-26')).ids).toEqual([]);
  });

  test.each([
    'status=happy',
    'status=pending,',
    'from=yesterday',
    'limit=1000',
    'cursor=WzFd',
    'doctorId=1',
    'status[$ne]=x',
  ])('%s is refused', async (query) => {
    expect((await app.as(await buildPatient()).get(`/api/appointments?${query}`)).status).toBe(400);
  });

  test('the doctor’s list is for doctors, the patient’s for patients', async () => {
    expect((await app.as(await buildPatient()).get('/api/appointments/doctor')).status).toBe(403);
    expect((await app.as(await buildDoctor()).get('/api/appointments/patient')).status).toBe(403);
    expect((await app.anonymous.get('/api/appointments')).status).toBe(401);
  });
});
