import type { AppointmentStatus } from '@health-connect/contract/status';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAdmin, buildAppointment, buildDoctor, buildPatient, buildPharmacist } from '../../../test/factories.js';
import { AuditModel } from '../../db/audit.js';
import { canOpenProfile } from './policy.js';
import { ageOn } from './present.js';

const app = createTestApp();
beforeEach(() => app.clock.set('2026-11-25T17:00:00Z'));

const whole = {
  dateOfBirth: '1990-04-30',
  gender: 'woman',
  allergies: 'Penicillin',
  contactNumber: '+1 212 555 0100',
  bloodGroup: 'A+',
  emergencyContact: [{ name: 'Sam', relationship: 'Brother', phone: '+1 212 555 0101' }],
} as const;

describe('the medical profile', () => {
  test('is complete once every part of it is there', async () => {
    const patient = await buildPatient();
    const { bloodGroup, ...most } = whole;
    const save = async (body: object) => (await app.as(patient).put('/api/patients/profile').send(body)).body.data;
    expect(await save(most)).toMatchObject({ ...most, profileCompleted: false, role: 'patient' });
    expect(await save({ bloodGroup })).toMatchObject({ ...whole, profileCompleted: true });
    expect(await save({ allergies: '' })).toMatchObject({ profileCompleted: false });
  });

  test('is read by the patient, with the age', async () => {
    const patient = await buildPatient({ ...whole, emergencyContact: [...whole.emergencyContact] });
    const reply = await app.as(patient).get(`/api/patients/${patient.id}`);
    expect(reply.body.data).toMatchObject({ ...whole, age: 36, profileCompleted: true });
    expect(reply.body.data).not.toHaveProperty('email');
    expect(await AuditModel.countDocuments({ subjectId: patient.id })).toBe(0);
  });

  test.each([
    { dateOfBirth: '2026-02-30' },
    { dateOfBirth: '2027-01-01' },
    { dateOfBirth: '30/04/1990' },
    { bloodGroup: 'C' },
    { contactNumber: 'call me' },
    { emergencyContact: [{ name: 'Sam', relationship: 'Brother', phone: 'x' }] },
    { emergencyContact: [{ name: 'Sam' }] },
    { avatar: 'https://tracker.example/pixel.png' },
    { profileCompleted: true },
    { allergies: { $gt: '' } },
  ])('%j is refused', async (body) => {
    const patient = await buildPatient();
    expect((await app.as(patient).put('/api/patients/profile').send(body)).status).toBe(400);
  });
});

describe('who opens it', () => {
  test.each<[AppointmentStatus, number]>([
    ['pending', 200],
    ['scheduled', 200],
    ['rescheduled', 200],
    ['completed', 200],
    ['cancelled', 404],
    ['no_show', 404],
  ])('a doctor with a %s appointment: %i', async (status, expected) => {
    const { doctor, patient } = await buildAppointment({ startsAt: '2026-11-26T15:00:00Z', status });
    const reply = await app.as(doctor).get(`/api/patients/${patient.id}`);
    expect(reply.status).toBe(expected);
  });

  test('each view by another leaves a row that says who and when, and nothing medical', async () => {
    const { doctor, patient } = await buildAppointment({ startsAt: '2026-11-26T15:00:00Z' });
    const admin = await buildAdmin();
    await app.as(doctor).get(`/api/patients/${patient.id}`);
    await app.as(admin).get(`/api/patients/${patient.id}`);
    const rows = await AuditModel.find({ patientId: patient.id }).sort({ _id: 1 }).lean();
    expect(rows).toMatchObject([
      { action: 'patient.view', actorRole: 'doctor', at: new Date('2026-11-25T17:00:00Z') },
      { action: 'patient.view', actorRole: 'admin' },
    ]);
    expect(rows.map(({ actorId }) => String(actorId))).toEqual([doctor.id, admin.id]);
    for (const { requestId } of rows) expect(requestId).toMatch(/^[\w-]{36}$/);
  });

  test('to strangers it is the same as nobody’s, and leaves no row', async () => {
    const [patient, other, doctor] = await Promise.all([buildPatient(), buildPatient(), buildDoctor()]);
    for (const stranger of [other, doctor]) {
      const refused = await app.as(stranger).get(`/api/patients/${patient.id}`);
      const missing = await app.as(stranger).get('/api/patients/ffffffffffffffffffffffff');
      expect(refused.status).toBe(404);
      expect({ ...refused.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    }
    expect((await app.as(await buildPharmacist()).get(`/api/patients/${patient.id}`)).status).toBe(403);
    expect((await app.anonymous.get(`/api/patients/${patient.id}`)).status).toBe(401);
    expect(await AuditModel.countDocuments({ patientId: patient.id })).toBe(0);
  });

  test.each([
    [{ id: 'a', role: 'patient' }, false, true],
    [{ id: 'b', role: 'patient' }, true, false],
    [{ id: 'b', role: 'doctor' }, true, true],
    [{ id: 'b', role: 'doctor' }, false, false],
    [{ id: 'b', role: 'admin' }, false, true],
    [{ id: 'b', role: 'pharmacist' }, true, false],
  ] as const)('%j with care %s: %s', (user, hasCare, expected) => {
    expect(canOpenProfile(user, 'a', hasCare)).toBe(expected);
  });
});

describe('the list of patients', () => {
  test('is for admins, by name, and says nothing medical', async () => {
    const [admin] = await Promise.all([
      buildAdmin(),
      buildPatient({ name: 'Zoe Listed', allergies: 'Penicillin' }),
      buildPatient({ name: 'Yan Listed' }),
    ]);
    const first = await app.as(admin).get('/api/patients?q=listed&limit=1');
    expect(first.body.data).toMatchObject([{ name: 'Yan Listed', role: 'patient' }]);
    const rest = await app.as(admin).get(`/api/patients?q=listed&cursor=${first.body.meta.nextCursor}`);
    expect(rest.body.data.map(({ name }: { name: string }) => name)).toEqual(['Zoe Listed']);
    expect(rest.body.meta.nextCursor).toBeNull();
    expect(JSON.stringify(rest.body)).not.toContain('Penicillin');
    for (const user of [await buildDoctor(), await buildPatient()]) {
      expect((await app.as(user).get('/api/patients')).status).toBe(403);
    }
  });
});

test.each([
  ['2026-11-25', '1990-11-25', 36],
  ['2026-11-24', '1990-11-25', 35],
  ['2026-11-25', '', null],
])('on %s, born %s: %s', (today, born, age) => {
  expect(ageOn(today, born)).toBe(age);
});
