import type { AppointmentDoctor, AppointmentPatient } from '@health-connect/contract/appointments';
import { AccountModel, type DoctorRecord } from '../../db/accounts.js';
import type { AppointmentRecord } from '../../db/appointments.js';

/** An appointment with the two whom it brings together. */
export interface AppointmentWithPeople {
  appointment: AppointmentRecord;
  doctor: AppointmentDoctor;
  patient: AppointmentPatient;
}

type Named = Pick<DoctorRecord, '_id' | 'name' | 'avatar' | 'timeZone' | 'language'> & { specialization?: string };

/** All the people of any number of appointments in one query. */
export async function withPeople(appointments: AppointmentRecord[]): Promise<AppointmentWithPeople[]> {
  if (appointments.length === 0) return [];
  const ids = new Set(appointments.flatMap(({ doctorId, patientId }) => [doctorId.toString(), patientId.toString()]));
  const people = await AccountModel.find(
    { _id: { $in: [...ids] } },
    { name: 1, avatar: 1, timeZone: 1, language: 1, specialization: 1 },
  ).lean<Named[]>();
  return joinPeople(appointments, people);
}

export function joinPeople(appointments: AppointmentRecord[], people: Named[]): AppointmentWithPeople[] {
  const byId = new Map(people.map((person) => [person._id.toString(), person]));
  const cardOf = (id: string) => {
    const { name = 'Former member', avatar = '', specialization = '', timeZone, language } = byId.get(id) ?? {};
    return { card: { _id: id, name, avatar }, specialization, timeZone, language };
  };
  return appointments.map((appointment) => {
    const { card, specialization } = cardOf(appointment.doctorId.toString());
    const patient = cardOf(appointment.patientId.toString());
    return {
      appointment,
      doctor: { ...card, specialization },
      patient: {
        ...patient.card,
        ...(patient.timeZone && { timeZone: patient.timeZone }),
        ...(patient.language && { language: patient.language }),
      },
    };
  });
}
