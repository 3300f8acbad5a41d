import { type APIRequestContext, type Browser, type BrowserContext, expect } from '@playwright/test';
import { PASSWORD } from './people.js';
import { sent } from './appointments.js';

export interface Someone {
  id: string;
  /** Of the server that they are at. */
  url: string;
  email: string;
  role: 'doctor' | 'patient';
  context: BrowserContext;
  api: APIRequestContext;
}

export const NAME = { doctor: 'Dr. Form Filler', patient: 'Pat Writer' };

/** Somebody with an account and a browser of their own that knows it, and no page yet. */
export async function join(browser: Browser, url: string, role: Someone['role']): Promise<Someone> {
  const context = await browser.newContext({ baseURL: url, timezoneId: 'Europe/London', locale: 'en-GB' });
  const email = `${role}@forms.example`;
  const doctorFields = { specialization: 'Cardiology', experience: 5, qualification: 'MD', timeZone: 'Europe/London' };
  const body = { name: NAME[role], email, password: PASSWORD, role, ...(role === 'doctor' && doctorFields) };
  const someone = { id: '', url, email, role, context, api: context.request };
  const account = (await change(someone, '/api/auth/register', body, 'post')) as { _id: string };
  await context.addInitScript(() => localStorage.setItem('signed-in', 'yes'));
  return { ...someone, id: account._id };
}

/** What they send past the pages; it must succeed. */
export async function change({ api, url }: Someone, path: string, data: object, method: 'put' | 'post' = 'put') {
  const reply = await api[method](path, sent(url, data));
  expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true);
  return ((await reply.json()) as { data: unknown }).data;
}

/** Every half hour of every day, so that a visit may begin within the hour. */
export async function offerHours(doctor: Someone, patient: Someone): Promise<string[]> {
  const clock = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16);
  const day = Array.from({ length: 47 }, (_, index) => ({
    slotNumber: index + 1,
    startTime: clock(index * 30),
    endTime: clock(index * 30 + 30),
    isAvailable: true,
  }));
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const rules = { minimumNoticeMinutes: 0 };
  await change(doctor, '/api/doctors/schedule', { schedule: days.map((name) => ({ day: name, slots: day })), rules });
  const reply = await patient.api.get(`/api/doctors/${doctor.id}/slots`);
  return ((await reply.json()) as { data: { startsAt: string }[] }).data.map(({ startsAt }) => startsAt);
}

/** A confirmed visit. */
export async function book(doctor: Someone, patient: Someone, startsAt: string): Promise<string> {
  const appointment = { doctorId: doctor.id, startsAt, mode: 'video' };
  const { _id } = (await change(patient, '/api/appointments', appointment, 'post')) as { _id: string };
  await change(doctor, `/api/appointments/${_id}`, { status: 'scheduled' });
  return _id;
}
