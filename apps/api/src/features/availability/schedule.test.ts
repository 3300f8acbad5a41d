import { type DoctorSchedule, type WeeklySchedule, WEEKDAYS } from '@health-connect/contract/availability';
import { clockTimeOf } from '@health-connect/scheduling/clock-time';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient, everyDay } from '../../../test/factories.js';
import { AppointmentModel } from '../../db/appointments.js';

const app = createTestApp();
const withoutMonday: WeeklySchedule = everyDay.filter(({ day }) => day !== 'monday');

beforeEach(() => app.clock.set('2026-11-20T12:00:00Z'));

const save = (doctor: TestUser, body: object) => app.as(doctor).put('/api/doctors/schedule').send(body);
const load = async (doctor: TestUser): Promise<DoctorSchedule> =>
  (await app.as(doctor).get('/api/doctors/schedule')).body.data;
const day = (...times: [string, string][]) => ({
  day: 'monday',
  slots: times.map(([startTime, endTime], index) => ({ slotNumber: index + 1, startTime, endTime, isAvailable: true })),
});

describe('the schedule', () => {
  test('is saved whole and read again', async () => {
    const doctor = await buildDoctor({ schedule: [] });
    const week = {
      timeZone: 'Asia/Kolkata',
      schedule: [day(['09:00', '09:45'], ['10:00', '10:45'])],
      overrides: [{ date: '2026-12-24', slots: [], note: 'Holiday' }],
      rules: {
        bufferBeforeMinutes: 5,
        bufferAfterMinutes: 10,
        minimumNoticeMinutes: 120,
        bookingWindowDays: 30,
        autoConfirm: true,
      },
    };
    const reply = await save(doctor, week);
    expect(reply.status).toBe(200);
    expect(reply.body.data).toEqual(week);
    expect(reply.body.meta).toEqual({ affected: [] });
    expect(await load(doctor)).toEqual(week);
  });

  test('what is not given stays as it is', async () => {
    const doctor = await buildDoctor({ overrides: [{ date: '2026-12-24', slots: [] }] });
    const reply = await save(doctor, { schedule: withoutMonday, rules: { bufferAfterMinutes: 10 } });
    expect(reply.body.data).toMatchObject({
      timeZone: 'America/New_York',
      overrides: [{ date: '2026-12-24' }],
      rules: { bufferAfterMinutes: 10, minimumNoticeMinutes: 60 },
    });
  });

  test('BK-14: withdrawn hours that hold appointments cancel nothing; the answer lists them and they stay valid', async () => {
    const doctor = await buildDoctor();
    const mondays = await Promise.all(
      ['2026-11-23T14:00:00Z', '2026-11-23T15:00:00Z', '2026-11-30T14:00:00Z'].map((startsAt) =>
        buildAppointment({ doctor, startsAt }),
      ),
    );
    await buildAppointment({ doctor, startsAt: '2026-11-24T14:00:00Z' });

    const reply = await save(doctor, { schedule: withoutMonday });

    const affected: { _id: string; status: string; can: object }[] = reply.body.meta.affected;
    expect(affected.map(({ _id }) => _id)).toEqual(mondays.map(({ id }) => id));
    expect(affected[0]).toMatchObject({
      status: 'scheduled',
      date: '2026-11-23',
      can: { cancel: true, reschedule: true },
    });
    expect(await AppointmentModel.countDocuments({ doctorId: doctor.id, status: 'scheduled' })).toBe(4);
    const again = await app.as(mondays[0]!.patient).get(`/api/appointments/${mondays[0]!.id}`);
    expect(again.body.data.status).toBe('scheduled');
    const slots = await app.anonymous.get(`/api/doctors/${doctor.id}/slots?from=2026-11-23&to=2026-11-23`);
    expect(slots.body.data).toEqual([]);
  });

  test('the list of doctors shows the new hours at once', async () => {
    const doctor = await buildDoctor({ specialization: 'Rheumatology' });
    const nextAt = async () =>
      (await app.anonymous.get('/api/doctors?specialization=Rheumatology')).body.data[0].nextSlotAt;
    expect(await nextAt()).toBe('2026-11-20T14:00:00.000Z');
    await save(doctor, { schedule: [day(['11:00', '11:30'])] });
    expect(await nextAt()).toBe('2026-11-23T16:00:00.000Z');
    await save(doctor, { schedule: [] });
    expect(await nextAt()).toBeNull();
  });
});

describe('FR-9: nights', () => {
  const night = [day(['22:00', '23:30'], ['23:30', '00:30']), { ...day(['00:30', '02:00']), day: 'tuesday' }];
  const own = (date: string, startTime: string, endTime: string) => ({ date, slots: [{ startTime, endTime }] });

  test('an end may be 24:00 or lie on the next day, and is read again as it was written', async () => {
    const doctor = await buildDoctor();
    const week = { schedule: [...night, { ...day(['22:00', '24:00']), day: 'friday' }] };
    expect((await save(doctor, { ...week, overrides: [own('2026-12-24', '20:00', '24:00')] })).status).toBe(200);
    const saved = await load(doctor);
    expect(saved.schedule).toEqual(week.schedule);
    expect(saved.overrides[0]!.slots[0]!.endTime).toBe('24:00');
  });

  test('hours of two days that overlap are refused, also with what was stored before', async () => {
    const doctor = await buildDoctor({ schedule: [], overrides: [own('2026-11-24', '00:00', '01:00')] });
    const tuesday = { ...day(['00:00', '01:00']), day: 'tuesday' };
    const inWeek = await save(doctor, { schedule: [night[0], tuesday], overrides: [] });
    expect(inWeek.body.errors).toEqual([
      {
        path: 'schedule[1].slots[0].startTime',
        problem: 'overlaps_on_day',
        params: { day: 'monday', start: '23:30', end: '00:30' },
        message: 'Overlaps with Monday, 23:30 to 00:30. Change one of the two.',
      },
    ]);
    // 24 November is a Tuesday, with hours of its own since before.
    const beside = await save(doctor, { schedule: night });
    expect(beside.body.errors[0]).toEqual({
      path: 'schedule',
      problem: 'overlaps_on_day',
      params: { day: 'monday', start: '23:30', end: '00:30' },
      message: 'Overlaps with Monday, 23:30 to 00:30. Change one of the two.',
    });
    expect((await save(doctor, { schedule: night, overrides: [] })).status).toBe(200);
  });

  test('an appointment at midnight lies within the hours of both days', async () => {
    const doctor = await buildDoctor({ schedule: night as WeeklySchedule });
    await buildAppointment({ doctor, startsAt: '2026-11-24T04:45:00Z', minutes: 60 });
    expect((await save(doctor, { schedule: night })).body.meta.affected).toEqual([]);
    expect((await save(doctor, { schedule: night.slice(0, 1) })).body.meta.affected).toHaveLength(1);
  });
});

test('a whole week of five-minute slots is no too large a body', async () => {
  const doctor = await buildDoctor();
  const five = Array.from({ length: 288 }, (_, index): [string, string] => [
    clockTimeOf(index * 5),
    clockTimeOf(index * 5 + 5),
  ]);
  const schedule = WEEKDAYS.map((name) => ({ ...day(...five), day: name }));
  const reply = await save(doctor, { schedule });
  expect(reply.status).toBe(200);
  expect(reply.body.data.schedule).toEqual(schedule);
  const wrong = schedule.with(6, { ...day(...five.with(287, ['23:55', '25:00'])), day: 'sunday' });
  expect((await save(doctor, { schedule: wrong })).body.errors).toEqual([
    {
      path: 'schedule[6].slots[287].endTime',
      problem: 'not_an_end_time',
      message: 'Must be a time of day, like 09:30, or 24:00.',
    },
  ]);
});

describe('what is refused, with its place', () => {
  test.each([
    ['an overlap', { schedule: [day(['09:00', '10:00'], ['09:30', '10:30'])] }, 'schedule[0].slots[1].startTime'],
    ['an end before its start', { schedule: [day(['10:00', '09:00'])] }, 'schedule[0].slots[0].endTime'],
    ['a day twice', { schedule: [day(), day()] }, 'schedule[1].day'],
    ['no time', { schedule: [day(['9am', '10:00'])] }, 'schedule[0].slots[0].startTime'],
    ['an unknown field', { schedule: [], colour: 'red' }, 'colour'],
    ['a buffer of three hours', { schedule: [], rules: { bufferAfterMinutes: 180 } }, 'rules.bufferAfterMinutes'],
    [
      'overlapping extra hours',
      {
        schedule: [],
        overrides: [
          {
            date: '2026-12-24',
            slots: [
              { startTime: '09:00', endTime: '10:00' },
              { startTime: '09:00', endTime: '10:00' },
            ],
          },
        ],
      },
      'overrides[0].slots[1].startTime',
    ],
  ])('%s', async (_what, body, path) => {
    const doctor = await buildDoctor();
    const reply = await save(doctor, body);
    expect(reply.status).toBe(400);
    expect(reply.body.errors.map((problem: { path: string }) => problem.path)).toContain(path);
    expect((await load(doctor)).schedule).toEqual(everyDay);
  });

  test.each(['Mars/Olympus', 'EST5EDT;M3.2.0', '+05:30', ''])('TZ-10: zone "%s"', async (timeZone) => {
    const doctor = await buildDoctor();
    for (const reply of [
      await save(doctor, { schedule: [], timeZone }),
      await app.as(doctor).put('/api/doctors/profile').send({ timeZone }),
      await app
        .as(await buildPatient())
        .put('/api/patients/profile')
        .send({ timeZone }),
    ]) {
      expect(reply.status).toBe(400);
      expect(reply.body.errors[0].path).toBe('timeZone');
    }
  });
});

test('only doctors have one', async () => {
  expect((await app.as(await buildPatient()).get('/api/doctors/schedule')).status).toBe(403);
  expect((await app.anonymous.get('/api/doctors/schedule')).status).toBe(401);
});
