import type { DaySchedule, Weekday } from '@health-connect/contract/availability';
import type { Slot } from '@health-connect/contract/slots';
import { freeTimesOf } from '@health-connect/scheduling/slot-runs';
import mongoose from 'mongoose';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, rulesOf } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';

const app = createTestApp();
const allYear = rulesOf({ bookingWindowDays: 365 });

beforeEach(() => app.clock.set('2026-10-20T12:00:00Z'));

/** Half hours of one weekday. */
function sundays(from: string, to: string, day: Weekday = 'sunday'): DaySchedule[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const starts = Array.from({ length: (minutes(to) - minutes(from)) / 30 }, (_, index) => minutes(from) + index * 30);
  const slots = starts.map((start, index) => ({
    slotNumber: index + 1,
    startTime: clock(start),
    endTime: clock(start + 30),
    isAvailable: true,
  }));
  return [{ day, slots }];
}

const timesOf = (...times: [string, string][]) =>
  times.map(([startTime, endTime], index) => ({ slotNumber: index + 1, startTime, endTime, isAvailable: true }));

const slotsOf = async (doctor: TestUser, from: string, to = from): Promise<Slot[]> => {
  const reply = await app.anonymous.get(`/api/doctors/${doctor.id}/slots?from=${from}&to=${to}`);
  expect(reply.status).toBe(200);
  return reply.body.data;
};
const startsOf = async (doctor: TestUser, date: string) =>
  (await slotsOf(doctor, date)).map(({ startsAt }) => startsAt);
const book = (patient: TestUser, body: object) => app.as(patient).post('/api/appointments').send(body);

describe('time zones', () => {
  test('TZ-1: nine on a Sunday in New York is another instant after each change of the clock', async () => {
    const doctor = await buildDoctor({ schedule: sundays('09:00', '09:30'), rules: allYear });
    expect(await startsOf(doctor, '2026-10-25')).toEqual(['2026-10-25T13:00:00.000Z']);
    expect(await startsOf(doctor, '2026-11-01')).toEqual(['2026-11-01T14:00:00.000Z']);
    expect(await startsOf(doctor, '2027-03-07')).toEqual(['2027-03-07T14:00:00.000Z']);
    expect(await startsOf(doctor, '2027-03-14')).toEqual(['2027-03-14T13:00:00.000Z']);
  });

  test('TZ-2: where the clock springs forward, slots in the gap do not exist', async () => {
    const doctor = await buildDoctor({ schedule: sundays('01:00', '04:00'), rules: allYear });
    const slots = await slotsOf(doctor, '2027-03-14');
    expect(slots.map(({ startTime, startsAt }) => [startTime, startsAt])).toEqual([
      ['01:00', '2027-03-14T06:00:00.000Z'],
      ['01:30', '2027-03-14T06:30:00.000Z'],
      ['03:00', '2027-03-14T07:00:00.000Z'],
      ['03:30', '2027-03-14T07:30:00.000Z'],
    ]);
  });

  test('TZ-3: where it falls back, the repeated hour is offered twice, and both can be booked', async () => {
    const doctor = await buildDoctor({ schedule: sundays('00:30', '03:00') });
    const slots = await slotsOf(doctor, '2026-11-01');
    expect(slots.map(({ startTime }) => startTime)).toEqual([
      '00:30',
      '01:00',
      '01:30',
      '01:00',
      '01:30',
      '02:00',
      '02:30',
    ]);
    const [first, , second] = [slots[1]!, slots[2]!, slots[3]!];
    const [a, b, c] = await Promise.all([buildPatient(), buildPatient(), buildPatient()]);
    // By the wall clock alone the first of the two is meant.
    const byClock = await book(a, { doctorId: doctor.id, date: '2026-11-01', startTime: '01:00' });
    expect(byClock.body.data.startsAt).toBe(first.startsAt);
    const byInstant = await book(b, { doctorId: doctor.id, startsAt: second.startsAt });
    expect(byInstant.status).toBe(201);
    expect(byInstant.body.data).toMatchObject({ startTime: '01:00', startsAt: '2026-11-01T06:00:00.000Z' });
    const again = await book(c, { doctorId: doctor.id, date: '2026-11-01', startTime: '01:00' });
    expect(again.body.code).toBe('slot_taken');
  });

  test('TZ-7: a booked instant stays where it is when doctor or patient change their zone', async () => {
    const doctor = await buildDoctor();
    const appointment = await buildAppointment({ doctor, startsAt: '2026-10-21T13:00:00Z' });
    const zones = [
      app.as(doctor).put('/api/doctors/profile').send({ timeZone: 'Asia/Kolkata' }),
      app.as(appointment.patient).put('/api/patients/profile').send({ timeZone: 'Pacific/Auckland' }),
    ];
    for (const { status } of await Promise.all(zones)) expect(status).toBe(200);
    const stored = await AppointmentModel.findById(appointment.id).lean();
    expect(stored).toMatchObject({
      startsAt: appointment.startsAt,
      endsAt: appointment.endsAt,
      doctorCells: appointment.doctorCells,
    });
    const seen = await app.as(appointment.patient).get(`/api/appointments/${appointment.id}`);
    expect(seen.body.data).toMatchObject({ startsAt: '2026-10-21T13:00:00.000Z', startTime: '09:00' });
    const held = await slotsOf(doctor, '2026-10-21');
    expect(held.map(({ startsAt }) => startsAt)).not.toContain('2026-10-21T13:00:00.000Z');
  });

  test('TZ-9: whatever the list shows can be booked, through both changes of the clock', async () => {
    const doctor = await buildDoctor({
      timeZone: 'Australia/Lord_Howe',
      schedule: sundays('00:30', '03:30'),
      rules: allYear,
    });
    // Lord Howe's half hour: back on 4 April 2027, forward on 3 October 2027.
    app.clock.set('2027-03-20T00:00:00Z');
    const shown = [...(await slotsOf(doctor, '2027-04-04')), ...(await slotsOf(doctor, '2027-10-03'))];
    expect(shown.length).toBeGreaterThan(9);
    for (const { startsAt, endsAt } of shown) {
      const reply = await book(await buildPatient(), { doctorId: doctor.id, startsAt });
      expect(reply.status).toBe(201);
      expect(reply.body.data).toMatchObject({ startsAt, endsAt });
    }
  });
});

describe('FR-9: a night of 22:00 to 02:00', () => {
  // Monday's, in 45 minutes: what starts after midnight is Tuesday's.
  const night: DaySchedule[] = [
    { day: 'monday', slots: timesOf(['22:00', '22:45'], ['22:45', '23:30'], ['23:30', '00:15']) },
    { day: 'tuesday', slots: timesOf(['00:15', '01:00'], ['01:00', '01:45']) },
  ];
  const AT_MIDNIGHT = '2026-10-27T03:30:00.000Z';
  const labelsOf = async (doctor: TestUser, date: string) =>
    (await slotsOf(doctor, date)).map((slot) => `${slot.date} ${slot.startTime}-${slot.endTime}`);

  test('is listed under the dates on which its appointments start', async () => {
    const doctor = await buildDoctor({ schedule: night });
    expect(await labelsOf(doctor, '2026-10-26')).toEqual([
      '2026-10-26 22:00-22:45',
      '2026-10-26 22:45-23:30',
      '2026-10-26 23:30-00:15',
    ]);
    expect(await labelsOf(doctor, '2026-10-27')).toEqual(['2026-10-27 00:15-01:00', '2026-10-27 01:00-01:45']);
  });

  test('a day off takes what starts on it, and leaves the appointment that runs into it', async () => {
    const doctor = await buildDoctor({ schedule: night, overrides: [{ date: '2026-10-27', slots: [] }] });
    expect(await labelsOf(doctor, '2026-10-26')).toHaveLength(3);
    expect(await labelsOf(doctor, '2026-10-27')).toEqual([]);
  });

  test('the appointment over midnight is booked once, and nobody is offered a piece of it', async () => {
    const doctor = await buildDoctor({ schedule: night });
    const patients = await Promise.all(Array.from({ length: 6 }, () => buildPatient()));
    const body = { doctorId: doctor.id, date: '2026-10-26', startTime: '23:30', endTime: '00:15' };
    const replies = await Promise.all(patients.map((patient) => book(patient, body)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    const { data } = replies.find(({ status }) => status === 201)!.body;
    expect(data).toMatchObject({ startsAt: AT_MIDNIGHT, date: '2026-10-26', startTime: '23:30', endTime: '00:15' });
    expect(await startsOf(doctor, '2026-10-26')).not.toContain(AT_MIDNIGHT);
    // The doctor takes shorter appointments from now on: those that would run into the booked one are not offered.
    const halves = timesOf(['00:00', '00:30'], ['00:30', '01:00']);
    await app
      .as(doctor)
      .put('/api/doctors/schedule')
      .send({ schedule: [{ day: 'tuesday', slots: halves }] });
    expect(await labelsOf(doctor, '2026-10-27')).toEqual(['2026-10-27 00:30-01:00']);
  });

  test('24:00 names the end of a day in a booking', async () => {
    const doctor = await buildDoctor({ schedule: [{ day: 'monday', slots: timesOf(['23:30', '24:00']) }] });
    const reply = await book(await buildPatient(), {
      doctorId: doctor.id,
      date: '2026-10-26',
      startTime: '23:30',
      endTime: '24:00',
    });
    expect(reply.status).toBe(201);
    expect(reply.body.data).toMatchObject({ date: '2026-10-26', startTime: '23:30', endTime: '00:00' });
  });

  test('on the day the clock falls back the end is what the clock shows then', async () => {
    const doctor = await buildDoctor({ schedule: [{ day: 'sunday', slots: timesOf(['01:30', '02:30']) }] });
    const [first, second] = await slotsOf(doctor, '2026-11-01');
    expect(first).toMatchObject({ startTime: '01:30', endTime: '01:30', endsAt: '2026-11-01T06:30:00.000Z' });
    expect(second).toMatchObject({ startTime: '01:30', endTime: '02:30', endsAt: '2026-11-01T07:30:00.000Z' });
  });
});

describe('the list of slots', () => {
  test('starts today on the doctor’s calendar and covers 14 days unless asked otherwise', async () => {
    const doctor = await buildDoctor({ timeZone: 'Pacific/Auckland' });
    app.clock.set('2026-10-20T20:00:00Z');
    const reply = await app.anonymous.get(`/api/doctors/${doctor.id}/slots`);
    const dates = [...new Set((reply.body.data as Slot[]).map(({ date }) => date))];
    expect(dates[0]).toBe('2026-10-21');
    expect(dates).toHaveLength(14);
  });

  test.each([
    ['more than 31 days', 'from=2026-11-01&to=2026-12-02'],
    ['an end before the start', 'from=2026-11-02&to=2026-11-01'],
    ['a date that does not exist', 'from=2026-02-30'],
    ['an unknown field', 'day=2026-11-01'],
  ])('%s is refused', async (_what, query) => {
    const doctor = await buildDoctor();
    expect((await app.anonymous.get(`/api/doctors/${doctor.id}/slots?${query}`)).status).toBe(400);
  });

  test('days off are empty and extra hours are offered', async () => {
    const overrides = [
      { date: '2026-10-21', slots: [] },
      { date: '2026-10-22', slots: [{ startTime: '19:00', endTime: '19:30' }] },
    ];
    const doctor = await buildDoctor({ overrides });
    expect(await slotsOf(doctor, '2026-10-21')).toEqual([]);
    expect((await slotsOf(doctor, '2026-10-22')).map(({ startTime }) => startTime)).toEqual(['19:00']);
  });

  test('by days it is the same list, at a small part of its size', async () => {
    const doctor = await buildDoctor({ schedule: sundays('00:00', '23:30') });
    await buildAppointment({ doctor, startsAt: '2026-11-01T15:00:00Z' });
    const all = await slotsOf(doctor, '2026-10-20', '2026-11-19');
    const reply = await app.anonymous.get(`/api/doctors/${doctor.id}/slots?from=2026-10-20&to=2026-11-19&view=days`);
    const times = freeTimesOf(reply.body.data);
    expect(times).toEqual(all.map(({ startsAt, endsAt, date }) => ({ startsAt, endsAt, date })));
    expect(reply.text.length * 20).toBeLessThan(JSON.stringify(all).length);
    expect((await app.anonymous.get(`/api/doctors/${doctor.id}/slots?view=weeks`)).status).toBe(400);
  });

  test('needs at most three queries, however much lies in the past', async () => {
    const doctor = await buildDoctor();
    await buildAppointment({ doctor, startsAt: '2026-10-21T13:00:00Z' });
    const queries: string[] = [];
    mongoose.set('debug', (collection: string, method: string) => void queries.push(`${collection}.${method}`));
    await slotsOf(doctor, '2026-10-20', '2026-11-19');
    mongoose.set('debug', false);
    expect(queries).toContain('appointments.find');
    expect(queries.length).toBeLessThanOrEqual(3);
  });
});
