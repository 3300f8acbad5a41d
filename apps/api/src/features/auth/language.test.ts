import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, PASSWORD } from '../../../test/factories.js';
import { AccountModel } from '../../db/accounts.js';

const app = createTestApp();
const ana = { name: 'Ana Silva', email: 'ana@example.test', password: PASSWORD, role: 'patient' };

describe('the language of an account', () => {
  test('is the one in which it was made, and the next sign-in brings it', async () => {
    const made = await app.anonymous.post('/api/auth/register').send({ ...ana, language: 'es' });
    expect(made.body.data).toMatchObject({ language: 'es' });
    const { email, password, role } = ana;
    const reply = await app.anonymous.post('/api/auth/login').send({ email, password, role });
    expect(reply.body.data).toMatchObject({ language: 'es' });
  });

  test('is chosen anew, also by a doctor, and given back to the browser', async () => {
    for (const person of [await buildPatient(), await buildDoctor()]) {
      const save = (language: string) => app.as(person).put('/api/auth/language').send({ language }).expect(200);
      expect((await app.as(person).get('/api/auth/me')).body.data.language).toBe('');
      expect((await save('es')).body.data).toMatchObject({ language: 'es', role: person.role });
      expect((await app.as(person).get('/api/auth/me')).body.data.language).toBe('es');
      expect((await save('')).body.data.language).toBe('');
    }
  });

  test('of an older record is the browser’s', async () => {
    const patient = await buildPatient();
    await AccountModel.collection.updateOne({ _id: patient._id }, { $unset: { language: 1 } });
    expect((await app.as(patient).get('/api/auth/me')).body.data.language).toBe('');
  });

  test.each(['tlh', 'en-x-evil', '../en', 'es ', 'ES', 'constructor', { $ne: '' }, ['es'], null])(
    '%j is refused',
    async (language) => {
      const patient = await buildPatient();
      const reply = await app.as(patient).put('/api/auth/language').send({ language });
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toMatchObject([{ path: 'language' }]);
      const made = await app.anonymous.post('/api/auth/register').send({ ...ana, email: 'x@example.test', language });
      expect(made.status).toBe(400);
    },
  );

  test('a patient’s is told to their doctor and to nobody else', async () => {
    const patient = await buildPatient({ language: 'es' });
    const { id, doctor } = await buildAppointment({ patient });
    const read = async (reader: typeof doctor | typeof patient) =>
      (await app.as(reader).get(`/api/appointments/${id}`)).body.data.patientId;
    expect(await read(doctor)).toMatchObject({ language: 'es' });
    expect(await read(patient)).not.toHaveProperty('language');
    const profile = `/api/patients/${patient.id}`;
    expect((await app.as(doctor).get(profile)).body.data).toMatchObject({ language: 'es' });
    const stranger = await buildDoctor();
    expect((await app.as(stranger).get(profile)).status).toBe(404);
    expect((await app.as(stranger).get(`/api/appointments/${id}`)).status).toBe(404);
  });

  test('of a patient who said none is not told', async () => {
    const { id, doctor } = await buildAppointment({});
    expect((await app.as(doctor).get(`/api/appointments/${id}`)).body.data.patientId).not.toHaveProperty('language');
  });
});
