import { describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';

const app = createTestApp();
const HOUR_MS = 3_600_000;

async function fileOf(reader: TestUser, id: string): Promise<Record<string, string>> {
  const { status, headers, text } = await app.as(reader).get(`/api/appointments/${id}/calendar.ics`).buffer();
  expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'attachment; filename=visit.ics',
  ]);
  // RFC 5545, section 3.1: a long line goes on after a line break and a blank or tab.
  const lines = text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');
  return Object.fromEntries(lines.map((line) => [line.split(/[:;]/)[0], line.slice(line.indexOf(':') + 1)]));
}

describe('TZ-11: the calendar file of an appointment', () => {
  test('says when in UTC and with whom, and nothing of why', async () => {
    const doctor = await buildDoctor({ name: 'Dr. Lucía Ólafs, MD; PhD' });
    const patient = await buildPatient({ name: 'Ana Quiroga' });
    const startsAt = new Date('2027-03-14T13:00:00Z');
    const words = { reason: 'Cough', symptoms: 'Fever', notes: 'Pneumonia', comment: 'Bring pills', summary: 'Rest' };
    const { id } = await buildAppointment({ doctor, patient, startsAt, ...words });

    const hers = await fileOf(patient, id);
    expect(hers).toMatchObject({
      DTSTART: '20270314T130000Z',
      DTEND: '20270314T133000Z',
      SUMMARY: 'Video visit with Dr. Lucía Ólafs\\, MD\\; PhD',
      STATUS: 'CONFIRMED',
      METHOD: 'PUBLISH',
      SEQUENCE: '0',
    });
    const theirs = await fileOf(doctor, id);
    expect(theirs.SUMMARY).toBe('Video visit');
    expect(theirs.UID).toBe(hers.UID);
    const all = JSON.stringify([hers, theirs]);
    for (const word of [...Object.values(words), 'Quiroga', doctor.specialization]) expect(all).not.toContain(word);
  });

  test('each move and the end of it count on, under the same id', async () => {
    const doctor = await buildDoctor();
    const patient = await buildPatient();
    const at = new Date(Date.now() + 48 * HOUR_MS);
    const { id } = await buildAppointment({ doctor, patient, startsAt: at });
    const before = await fileOf(patient, id);
    const { body } = await app.as(patient).get(`/api/doctors/${doctor.id}/slots`);
    const free = (body as { data: { startsAt: string }[] }).data.at(-1)!;
    await app.as(patient).put(`/api/appointments/${id}`).send({ startsAt: free.startsAt }).expect(200);

    const moved = await fileOf(patient, id);
    expect(moved).toMatchObject({ UID: before.UID, SEQUENCE: '1', STATUS: 'TENTATIVE' });
    expect(moved.DTSTART).not.toBe(before.DTSTART);

    await app.as(patient).put(`/api/appointments/${id}`).send({ status: 'cancelled' }).expect(200);
    expect(await fileOf(patient, id)).toMatchObject({ SEQUENCE: '2', STATUS: 'CANCELLED', METHOD: 'CANCEL' });
  });

  test('is in the language of whose calendar it is', async () => {
    const doctor = await buildDoctor({ name: 'Dr. Ruth Odell' });
    const patient = await buildPatient({ language: 'es' });
    const { id } = await buildAppointment({ doctor, patient });
    expect((await fileOf(patient, id)).SUMMARY).toBe('Visita por video con Dr. Ruth Odell');
    expect((await fileOf(doctor, id)).SUMMARY).toBe('Video visit');
  });
});
