import { type BookingRules, DEFAULT_RULES, type WeeklySchedule, WEEKDAYS } from '@health-connect/contract/availability';
import { doctorCells, patientCells } from '@health-connect/scheduling/cells';
import {
  AdminModel,
  DoctorModel,
  type DoctorRecord,
  PatientModel,
  type PatientRecord,
  PharmacistModel,
} from '../src/db/accounts.js';
import { AppointmentModel, type AppointmentRecord } from '../src/db/appointments.js';
import type { TestUser } from './app.js';

let count = 0;
const unique = () => `${process.pid}-${++count}`;

/** bcrypt (cost 4, so that tests sign in quickly) of `PASSWORD`. */
export const PASSWORD = 'correct horse battery';
export const PASSWORD_HASH = '$2b$04$3u8/QUDvKMX.MvdgQzQfVuj0wjt7dURaJ56yk5v6e63D1O4S1sQW6';

/** Every day 09:00 to 17:00 in half hours. */
export const everyDay: WeeklySchedule = WEEKDAYS.map((day) => ({
  day,
  slots: Array.from({ length: 16 }, (_, index) => ({
    slotNumber: index + 1,
    startTime: halfHour(18 + index),
    endTime: halfHour(19 + index),
    isAvailable: true,
  })),
}));

function halfHour(index: number) {
  return `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`;
}

export const rulesOf = (rules: Partial<BookingRules>): BookingRules => ({ ...DEFAULT_RULES, ...rules });

type Made<T> = T & TestUser;

/** A verified doctor in New York with hours every day. */
export async function buildDoctor(fields: Partial<DoctorRecord> = {}): Promise<Made<DoctorRecord>> {
  const name = `Dr. Test ${unique()}`;
  const doctor = await DoctorModel.create({
    name,
    email: `doctor-${unique()}@example.test`,
    passwordHash: PASSWORD_HASH,
    verification: 'verified',
    specialization: 'General practice',
    experience: 10,
    qualification: 'MD',
    timeZone: 'America/New_York',
    schedule: everyDay,
    rules: DEFAULT_RULES,
    ...fields,
  });
  return asUser(doctor.toObject<DoctorRecord>());
}

export async function buildPatient(fields: Partial<PatientRecord> = {}): Promise<Made<PatientRecord>> {
  const patient = await PatientModel.create({
    name: `Pat Test ${unique()}`,
    email: `patient-${unique()}@example.test`,
    passwordHash: PASSWORD_HASH,
    timeZone: 'America/Los_Angeles',
    ...fields,
  });
  return asUser(patient.toObject<PatientRecord>());
}

export async function buildAdmin(): Promise<TestUser> {
  const admin = await AdminModel.create({
    name: 'Ada Admin',
    email: `admin-${unique()}@example.test`,
    passwordHash: PASSWORD_HASH,
  });
  return { id: admin._id.toString(), role: 'admin' };
}

export async function buildPharmacist(): Promise<TestUser> {
  const person = await PharmacistModel.create({
    name: 'Phil Pharm',
    email: `pharm-${unique()}@example.test`,
    passwordHash: PASSWORD_HASH,
  });
  return { id: person._id.toString(), role: 'pharmacist' };
}

interface AppointmentOptions extends Partial<
  Omit<AppointmentRecord, 'doctorId' | 'patientId' | 'startsAt' | 'endsAt'>
> {
  doctor?: Made<DoctorRecord>;
  patient?: Made<PatientRecord>;
  startsAt?: string | Date;
  minutes?: number;
}

/** An appointment, by default scheduled and starting in five minutes; makes the doctor and patient it lacks. */
export async function buildAppointment(
  options: AppointmentOptions = {},
): Promise<AppointmentRecord & { id: string; doctor: Made<DoctorRecord>; patient: Made<PatientRecord> }> {
  const { doctor = await buildDoctor(), patient = await buildPatient(), minutes = 30, ...fields } = options;
  const startsAt = new Date(options.startsAt ?? Date.now() + 5 * 60_000);
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const time = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
  const appointment = await AppointmentModel.create({
    timeZone: doctor.timeZone,
    status: 'scheduled',
    reason: 'Persistent cough',
    history: [
      { at: new Date(), by: 'patient', actorId: patient._id, command: 'book', from: null, to: 'pending', reason: '' },
    ],
    ...fields,
    doctorId: doctor._id,
    patientId: patient._id,
    startsAt,
    endsAt,
    doctorCells: doctorCells(time, doctor.rules),
    patientCells: patientCells(time),
  });
  return { ...appointment.toObject<AppointmentRecord>(), id: appointment._id.toString(), doctor, patient };
}

/** Lets `app.as(doctor)` act as what a factory made. */
const asUser = <T extends DoctorRecord | PatientRecord>(record: T): Made<T> => ({
  ...record,
  id: record._id.toString(),
  role: record.role,
  version: record.version,
});
