import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';

const app = createTestApp();
const DAY_MS = 24 * 3600_000;

/** Five visits, a day apart. */
async function fiveVisits() {
  const [doctor, patient] = [await buildDoctor(), await buildPatient()];
  const first = Date.now() + DAY_MS;
  for (const day of [2, 0, 4, 1, 3])
    await buildAppointment({ doctor, patient, startsAt: new Date(first + day * DAY_MS) });
  return patient;
}

type Reply = { body: { data: { startsAt: string }[]; meta: { nextCursor: string | null } } };

describe('the list of appointments', () => {
  test.each(['asc', 'desc'] as const)('pages by start, %s, without gap or repetition', async (order) => {
    const patient = await fiveVisits();
    const starts: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path = `/api/appointments?order=${order}&limit=2${cursor && `&cursor=${cursor}`}`;
      const { body }: Reply = await app.as(patient).get(path);
      starts.push(...body.data.map((visit) => visit.startsAt));
      cursor = body.meta.nextCursor;
    }
    const sorted = [...starts].sort();
    expect(starts).toHaveLength(5);
    expect(starts).toEqual(order === 'asc' ? sorted : sorted.reverse());
  });
});
