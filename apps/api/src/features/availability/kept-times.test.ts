import { beforeEach, expect, test, vi } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildDoctor, buildPatient } from '../../../test/factories.js';
import { DoctorModel } from '../../db/accounts.js';

const app = createTestApp();
beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

test('a booking that comes while free times are computed is not lost to them', async () => {
  const [doctor, patient] = [await buildDoctor({ specialization: 'Kept times' }), await buildPatient()];
  const list = async (): Promise<string[]> => {
    const reply = await app.as(patient).get(`/api/doctors?specialization=Kept+times&sort=soonest`).expect(200);
    return reply.body.data[0].nextSlots.map(({ startsAt }: { startsAt: string }) => startsAt);
  };
  const store = DoctorModel.bulkWrite.bind(DoctorModel);
  let taken = '';
  vi.spyOn(DoctorModel, 'bulkWrite').mockImplementationOnce(async (...computed) => {
    // Read and computed, not stored yet.
    const { body } = await app.anonymous.get(`/api/doctors/${doctor.id}/slots`);
    taken = body.data[0].startsAt;
    await app.as(patient).post('/api/appointments').send({ doctorId: doctor.id, startsAt: taken }).expect(201);
    return store(...computed);
  });
  const shown = await list();
  expect(taken).not.toBe('');
  expect(shown).not.toContain(taken);
  expect(await list()).not.toContain(taken);
});
