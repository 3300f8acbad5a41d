import { DEFAULT_RULES, WEEKDAYS, type WeeklySchedule } from '@health-connect/contract/availability';
import { Types } from 'mongoose';

const halfHour = (index: number) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`;

/** 00:30 to 23:30 in half hours, every day. */
const allDay: WeeklySchedule = WEEKDAYS.map((day) => ({
  day,
  slots: Array.from({ length: 46 }, (_, index) => ({
    slotNumber: index + 1,
    startTime: halfHour(index + 1),
    endTime: halfHour(index + 2),
    isAvailable: true,
  })),
}));

const SPECIALIZATIONS = ['General practice', 'Dermatology', 'Cardiology', 'Paediatrics', 'Psychiatry'];

/** Monday to Friday, 09:00 to 12:00 and 13:00 to 17:00 in half hours: what most doctors have. */
export const typicalWeek: WeeklySchedule = WEEKDAYS.slice(0, 5).map((day) => ({
  day,
  slots: [18, 19, 20, 21, 22, 23, 26, 27, 28, 29, 30, 31, 32, 33].map((index, place) => ({
    slotNumber: place + 1,
    startTime: halfHour(index),
    endTime: halfHour(index + 1),
    isAvailable: true,
  })),
}));

/** Doctor documents, as registration would store them (without the cost of hashing a password for each). */
export const doctors = (count: number, schedule = allDay) =>
  Array.from({ length: count }, (_, index) => ({
    _id: new Types.ObjectId(),
    name: `Dr. ${String.fromCharCode(65 + (index % 26))}${index} Bench`,
    email: `doctor-${new Types.ObjectId()}@example.test`,
    passwordHash: 'none',
    verification: 'verified' as const,
    specialization: SPECIALIZATIONS[index % SPECIALIZATIONS.length]!,
    experience: index % 40,
    qualification: 'MD',
    about: 'A few honest sentences about how this doctor works, as people write them in a profile.',
    timeZone: 'America/New_York',
    schedule,
    rules: DEFAULT_RULES,
  }));

export const patients = (count: number, passwordHash = 'none') =>
  Array.from({ length: count }, (_, index) => ({
    _id: new Types.ObjectId(),
    name: `Patient ${index}`,
    email: `patient-${new Types.ObjectId()}@example.test`,
    passwordHash,
    timeZone: 'Europe/London',
  }));

export type Person = { _id: Types.ObjectId };
