import { describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';

const app = createTestApp();
const DAY_MS = 24 * 3600_000;

/** Five appointments, a day apart. */
async function fiveAppointments() {
  const [doctor, patient] = [await buildDoctor(), await buildPatient()];
  const first = Date.now() + DAY_MS;
  for (const day of [2, 0, 4, 1, 3])
    await buildAppointment({ doctor, patient, startsAt: new Date(first + day * DAY_MS) });
  return patient;
}

type Reply = { body: { data: { startsAt: string }[]; meta: { nextCursor: string | null } } };

describe('FR-9: an appointment from 23:45 to 00:15', () => {
  // Monday night in New York, Monday evening in Los Angeles.
  const startsAt = '2026-11-24T04:45:00Z';
  const count = async (person: TestUser, from: string, to = from) =>
    (await app.as(person).get(`/api/appointments?from=${from}&to=${to}`)).body.data.length;

  test('is on the lists of both days where it crosses midnight, and of one where it does not', async () => {
    const { doctor, patient } = await buildAppointment({ startsAt });
    expect([await count(doctor, '2026-11-23'), await count(doctor, '2026-11-24')]).toEqual([1, 1]);
    expect([await count(doctor, '2026-11-22'), await count(doctor, '2026-11-25')]).toEqual([0, 0]);
    expect([await count(patient, '2026-11-23'), await count(patient, '2026-11-24')]).toEqual([1, 0]);
    expect(await count(doctor, '2026-11-24', '2026-11-30')).toBe(1);
  });

  test('counts for the doctor’s today while it runs, and for its own date in the week', async () => {
    const { doctor } = await buildAppointment({ startsAt });
    const today = async () => (await app.as(doctor).get('/api/doctors/dashboard')).body.data;
    app.clock.set('2026-11-24T05:05:00Z');
    const { todayCount, week } = await today();
    expect(todayCount).toBe(1);
    expect(week.map(({ booked }: { booked: number }) => booked)).toEqual([1, 0, 0, 0, 0, 0, 0]);
    app.clock.set('2026-11-24T05:20:00Z');
    expect((await today()).todayCount).toBe(0);
  });
});

describe('whose clock', () => {
  const put = (person: TestUser, body: object) => app.as(person).put('/api/patients/profile').send(body);
  const me = async (person: TestUser) => (await app.as(person).get('/api/auth/me')).body.data;

  test('the doctor of an appointment sees where the patient is, the patient’s own answer does not repeat it', async () => {
    const { id, doctor, patient } = await buildAppointment();
    const patientSeenBy = async (person: TestUser) =>
      (await app.as(person).get(`/api/appointments/${id}`)).body.data.patientId;
    expect(await patientSeenBy(doctor)).toMatchObject({ timeZone: 'America/Los_Angeles' });
    expect(Object.keys(await patientSeenBy(patient)).sort()).toEqual(['_id', 'avatar', 'name']);
  });

  test('a patient’s zone follows their device until they name one; a doctor’s never does', async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    expect(await me(patient)).toMatchObject({ zoneFromDevice: true, hourCycle: '' });
    expect(await me(doctor)).toMatchObject({ zoneFromDevice: false });
    await put(patient, { timeZone: 'Asia/Kolkata', zoneFromDevice: true });
    expect(await me(patient)).toMatchObject({ timeZone: 'Asia/Kolkata', zoneFromDevice: true });
    await put(patient, { timeZone: 'Pacific/Auckland' });
    expect(await me(patient)).toMatchObject({ timeZone: 'Pacific/Auckland', zoneFromDevice: false });
  });
});

describe('the list of appointments', () => {
  test.each(['asc', 'desc'] as const)('pages by start, %s, without gap or repetition', async (order) => {
    const patient = await fiveAppointments();
    const starts: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/api/appointments?order=${order}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body }: Reply = await app.as(patient).get(path);
      starts.push(...body.data.map((appointment) => appointment.startsAt));
      cursor = body.meta.nextCursor;
    }
    const sorted = [...starts].sort();
    expect(starts).toHaveLength(5);
    expect(starts).toEqual(order === 'asc' ? sorted : sorted.reverse());
  });
});
