import type { Appointment } from '@health-connect/contract/appointments';

/** Who looks at an appointment: the same one reads differently from each side. */
export type Reader = 'patient' | 'doctor';

/** The person on the other side. */
export const otherOf = ({ doctorId, patientId }: Pick<Appointment, 'doctorId' | 'patientId'>, reader: Reader) =>
  reader === 'patient' ? doctorId : patientId;

/** The zone of the person on the other side. */
export const otherZoneOf = ({ timeZone, patientId }: Appointment, reader: Reader) =>
  reader === 'patient' ? timeZone : (patientId.timeZone ?? timeZone);

/** Whose the other clock is. */
export const whoseOf = (reader: Reader) => (reader === 'patient' ? 'doctor' : 'patient');
