import { type APIResponse, expect } from '@playwright/test';
import { PASSWORD, type Person } from './people.js';

const SLOT_MINUTES = 5;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Makes an account without the form, and signs its browser in. */
export async function register({ page, name, email }: Person, url: string, role: 'doctor' | 'patient') {
  const doctorFields = { specialization: 'Cardiology', experience: 5, qualification: 'MD', timeZone: 'Europe/London' };
  const account = { name, email, password: PASSWORD, role, ...(role === 'doctor' && doctorFields) };
  expect((await page.request.post('/api/auth/register', sent(url, account))).status()).toBe(201);
}

/** Signs another browser of the same person in. */
export async function enter({ page }: Person, email: string, url: string, role: 'doctor' | 'patient') {
  const reply = await page.request.post('/api/auth/login', sent(url, { email, password: PASSWORD, role }));
  expect(reply.status()).toBe(200);
}

/** A confirmed video visit whose door is open now: the doctor gets hours around the clock for it. */
export async function bookOpenAppointment(doctor: Person, patient: Person, [atDoctor, atPatient]: [string, string]) {
  const rules = {
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minimumNoticeMinutes: 0,
    bookingWindowDays: 2,
    autoConfirm: true,
  };
  const today = new Date().getUTCDay();
  const schedule = [today, (today + 1) % 7].map((day) => ({ day: WEEKDAYS[day], slots: aroundTheClock() }));
  const hours = sent(atDoctor, { timeZone: 'UTC', schedule, overrides: [], rules });
  expect((await doctor.page.request.put('/api/doctors/schedule', hours)).status()).toBe(200);
  const { _id: doctorId } = await dataOf<{ _id: string }>(await doctor.page.request.get('/api/auth/me'));
  const slots = await patient.page.request.get(`/api/doctors/${doctorId}/slots`);
  const [slot] = (await dataOf<{ startsAt: string; available: boolean }[]>(slots)).filter((one) => one.available);
  const body = { doctorId, startsAt: slot!.startsAt, mode: 'video', reason: 'Palpitations' };
  const booked = await patient.page.request.post('/api/appointments', sent(atPatient, body));
  expect(booked.status()).toBe(201);
  return dataOf<{ _id: string }>(booked);
}

const aroundTheClock = () =>
  Array.from({ length: (24 * 60) / SLOT_MINUTES - 1 }, (_, index) => ({
    slotNumber: index + 1,
    startTime: clock(index * SLOT_MINUTES),
    endTime: clock((index + 1) * SLOT_MINUTES),
    isAvailable: true,
  }));

const clock = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

export const sent = (url: string, data: object) => ({ headers: { origin: url }, data });

const dataOf = async <T>(reply: APIResponse) => ((await reply.json()) as { data: T }).data;
