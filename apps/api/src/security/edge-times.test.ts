import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApp } from '../../test/app.js';
import { buildFixtures, comingAppointment, type Fixtures } from '../../test/fixtures.js';

const app = createTestApp();
let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await buildFixtures();
});

const DATES = ['0000-01-01', '0001-01-01', '1582-10-10', '1970-01-01', '2011-12-30', '2026-02-29', '9999-12-31'];
const TIMES = ['00:00', '23:59'];
const INSTANTS = [
  ...DATES.flatMap((date) => [`${date}T00:00:00Z`, `${date}T23:59:59.999999999-23:59`, `${date}T23:59:59+23:59`]),
  '2026-12-31T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '9999-12-31T23:59:60-23:59',
];

const wanted = [
  ...INSTANTS.map((startsAt) => ({ startsAt })),
  ...DATES.flatMap((date) => TIMES.map((startTime) => ({ date, startTime }))),
];

/** Refused as input, or as a time that nobody offers: never our failure, never an appointment. */
const REFUSED = [400, 409];

describe('times at the edges of the calendar', () => {
  test('cannot be booked', async () => {
    const { anna, xavier } = fixtures.users;
    for (const time of wanted) {
      const { status } = await app
        .as(anna)
        .post('/api/appointments')
        .send({ doctorId: xavier.id, ...time });
      expect(REFUSED, JSON.stringify(time)).toContain(status);
    }
  });

  test('cannot be moved or proposed to', async () => {
    const { id } = await comingAppointment('annaXavier', fixtures.pairs.annaXavier);
    for (const user of [fixtures.users.anna, fixtures.users.xavier])
      for (const time of wanted) {
        const { status } = await app.as(user).put(`/api/appointments/${id}`).send(time);
        expect(REFUSED, JSON.stringify(time)).toContain(status);
      }
  });

  test('can be asked about', async () => {
    const { xavier } = fixtures.users;
    const paths = DATES.flatMap((date) => [
      `/api/doctors/${xavier.id}/slots?from=${date}`,
      `/api/doctors/${xavier.id}/slots?to=${date}`,
      `/api/doctors/${xavier.id}/slots?from=${date}&to=${date}`,
      `/api/doctors?availableOn=${date}`,
      `/api/appointments?from=${date}`,
      `/api/appointments?to=${date}`,
    ]);
    for (const path of paths) expect([200, 400], path).toContain((await app.as(xavier).get(path)).status);
  });

  test('can be somebody’s day off, not their birthday', async () => {
    const { anna, xavier } = fixtures.users;
    for (const date of DATES) {
      const off = { schedule: [], overrides: [{ date, slots: [{ startTime: '00:00', endTime: '23:59' }] }] };
      expect([200, 400], date).toContain((await app.as(xavier).put('/api/doctors/schedule').send(off)).status);
      expect((await app.anonymous.get(`/api/doctors/${xavier.id}/slots`)).status).toBe(200);
    }
    for (const dateOfBirth of ['0000-01-01', '9999-12-31', '2026-02-29'])
      expect((await app.as(anna).put('/api/patients/profile').send({ dateOfBirth })).status, dateOfBirth).toBe(400);
  });
});
