import type { Slot } from '@health-connect/contract/slots';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, rulesOf } from '../../../test/factories.js';

const app = createTestApp();
/**
 * Tuesday 09:00, 09:30 and 10:00 in New York. With buffers of 15 minutes each neighbour touches the appointment's own
 * hold.
 */
const NINE = '2026-11-24T14:00:00.000Z';
const HALF_PAST_NINE = '2026-11-24T14:30:00.000Z';
const TEN = '2026-11-24T15:00:00.000Z';

beforeEach(() => app.clock.set('2026-11-23T12:00:00Z'));

const buffered = () => buildDoctor({ rules: rulesOf({ bufferBeforeMinutes: 15, bufferAfterMinutes: 15 }) });
const startsFor = async (user: TestUser, doctor: TestUser, moving?: string): Promise<string[]> => {
  const query = `from=2026-11-24&to=2026-11-24${moving ? `&moving=${moving}` : ''}`;
  const reply = await app.as(user).get(`/api/doctors/${doctor.id}/slots?${query}`);
  return reply.body.data.map(({ startsAt }: Slot) => startsAt);
};
const change = (user: TestUser, id: string, body: object) => app.as(user).put(`/api/appointments/${id}`).send(body);

describe('an appointment moves to a neighbouring time', () => {
  test('its own hold does not count against it, and where it is it need not go', async () => {
    const { id, doctor, patient } = await buildAppointment({ doctor: await buffered(), startsAt: HALF_PAST_NINE });
    expect(await startsFor(patient, doctor)).not.toContain(NINE);
    for (const reader of [patient, doctor]) {
      const starts = await startsFor(reader, doctor, id);
      expect(starts).toEqual(expect.arrayContaining([NINE, TEN]));
      expect(starts).not.toContain(HALF_PAST_NINE);
    }
  });

  test('everything that is offered is taken, in one write, also over the cells that it leaves', async () => {
    const { id, doctor, patient } = await buildAppointment({ doctor: await buffered(), startsAt: HALF_PAST_NINE });
    const moved = await change(patient, id, { startsAt: TEN });
    expect(moved.body.data).toMatchObject({ status: 'pending', startsAt: TEN });
    const back = await change(patient, id, { startsAt: HALF_PAST_NINE });
    expect(back.body.data).toMatchObject({ startsAt: HALF_PAST_NINE });
    // What it left is free to others as far as its buffers reach, and no further.
    const starts = await startsFor(patient, doctor);
    expect(starts).not.toContain(TEN);
    expect(starts).toContain('2026-11-24T15:30:00.000Z');
  });

  test('the doctor proposes the next time; declined or accepted, one of the two is free', async () => {
    const { id, doctor, patient } = await buildAppointment({ doctor: await buffered(), startsAt: HALF_PAST_NINE });
    expect((await change(doctor, id, { startsAt: NINE })).body.data).toMatchObject({ status: 'rescheduled' });
    expect((await change(patient, id, { proposal: 'decline' })).body.data).toMatchObject({ startsAt: HALF_PAST_NINE });
    await change(doctor, id, { startsAt: NINE });
    expect((await change(patient, id, { proposal: 'accept' })).body.data).toMatchObject({ startsAt: NINE });
    expect(await startsFor(patient, doctor)).toContain(TEN);
  });

  test('to where it is: refused, with its neighbours, and it stays confirmed', async () => {
    const { id, patient } = await buildAppointment({ doctor: await buffered(), startsAt: HALF_PAST_NINE });
    const { status, body } = await change(patient, id, { startsAt: HALF_PAST_NINE });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'slot_not_offered' });
    expect(body.data.slots.map(({ startsAt }: Slot) => startsAt)).toEqual(expect.arrayContaining([NINE, TEN]));
    expect((await app.as(patient).get(`/api/appointments/${id}`)).body.data.status).toBe('scheduled');
  });

  test('another doctor’s appointment, and a stranger’s, is not found', async () => {
    const [{ id, doctor, patient }, other, stranger] = await Promise.all([
      buildAppointment({ startsAt: NINE }),
      buildDoctor(),
      buildPatient(),
    ]);
    const statusFor = async (user: TestUser, of: TestUser) =>
      (await app.as(user).get(`/api/doctors/${of.id}/slots?moving=${id}`)).status;
    expect(await statusFor(patient, doctor)).toBe(200);
    expect(await statusFor(patient, other)).toBe(404);
    expect(await statusFor(other, doctor)).toBe(404);
    expect(await statusFor(stranger, doctor)).toBe(404);
    expect((await app.anonymous.get(`/api/doctors/${doctor.id}/slots?moving=${id}`)).status).toBe(404);
  });
});
