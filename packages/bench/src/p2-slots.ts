import { WEEKDAYS, type WeeklySchedule } from '@health-connect/contract/availability';
import { DoctorModel } from '@health-connect/api/db/accounts';
import { AppointmentModel } from '@health-connect/api/db/appointments';
import { Types } from 'mongoose';
import { inTurn, median } from './load.js';
import { doctors, typicalWeek } from './people.js';
import type { Figure } from './report.js';
import type { Fixtures } from './fixtures.js';

const DAY_MS = 86_400_000;
const HALF_HOUR_MS = 1_800_000;
const CELLS_OF_HALF_HOUR = 6;

const clockTimeOf = (minutes: number) =>
  [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Ten-minute visits around the clock. */
const allTenMinutes: WeeklySchedule = WEEKDAYS.map((day) => ({
  day,
  slots: Array.from({ length: 144 }, (_, index) => ({
    slotNumber: index + 1,
    startTime: clockTimeOf(index * 10),
    endTime: clockTimeOf(index * 10 + 10),
    isAvailable: true,
  })),
}));

/** P2: free times of 14 days of a doctor with 10,000 visits beside one with 100; then a full month in both shapes. */
export async function slots({ api }: Fixtures): Promise<Figure[]> {
  const [busy, quiet] = doctors(2, typicalWeek) as [ReturnType<typeof doctors>[0], ReturnType<typeof doctors>[0]];
  const [full] = doctors(1, allTenMinutes) as [ReturnType<typeof doctors>[0]];
  await DoctorModel.insertMany([busy, quiet, full]);
  await AppointmentModel.insertMany([...appointments(busy._id, 9_950), ...appointments(quiet._id, 50)]);
  await AppointmentModel.insertMany([...appointments(busy._id, 50, 1), ...appointments(quiet._id, 50, 1)]);

  const url = (id: Types.ObjectId, query = '') => `${api.url}/api/doctors/${id.toString()}/slots${query}`;
  const times = await inTurn(
    3,
    () => milliseconds(url(busy._id)),
    () => milliseconds(url(quiet._id)),
  );
  const day = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  const month = `?from=${day}&to=${new Date(Date.now() + 31 * DAY_MS).toISOString().slice(0, 10)}`;
  const both = await inTurn(
    3,
    () => milliseconds(url(full._id, `${month}&view=days`)),
    () => milliseconds(url(full._id, month)),
  );
  const bytes = { ours: await size(url(full._id, `${month}&view=days`)), reference: await size(url(full._id, month)) };
  return [
    { id: 'P2', name: 'slots of 14 days, 10,000 visits', ...times, unit: 'ms', goal: { atMost: 1.2 } },
    { id: 'P2m', name: 'a full month by days, beside slots', ...both, unit: 'ms', goal: { atMost: 0.5 } },
    { id: 'P2b', name: 'the same in bytes', ...bytes, unit: 'B', goal: { atMost: 0.02 } },
  ];
}

/** Half-hour visits one after the other: completed ones into the past, or (`way` 1) booked ones ahead. */
const appointments = (doctorId: Types.ObjectId, count: number, way: 1 | -1 = -1) =>
  Array.from({ length: count }, (_, index) => {
    const halfHour = Math.floor(Date.now() / HALF_HOUR_MS) + way * (index + 1);
    const cells = Array.from({ length: CELLS_OF_HALF_HOUR }, (_, cell) => halfHour * CELLS_OF_HALF_HOUR + cell);
    return {
      doctorId,
      patientId: new Types.ObjectId(),
      startsAt: new Date(halfHour * HALF_HOUR_MS),
      endsAt: new Date((halfHour + 1) * HALF_HOUR_MS),
      timeZone: 'America/New_York',
      status: way === 1 ? 'scheduled' : 'completed',
      doctorCells: cells,
      patientCells: cells,
    };
  });

/** What one request takes, alone: the middle of 60. */
async function milliseconds(url: string): Promise<number> {
  const taken: number[] = [];
  for (let count = 0; count < 60; count += 1) {
    const began = performance.now();
    await size(url);
    taken.push(performance.now() - began);
  }
  return median(taken);
}

async function size(url: string): Promise<number> {
  const reply = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return (await reply.text()).length;
}
