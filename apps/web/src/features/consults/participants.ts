import type { Appointment } from '@health-connect/contract/appointments';
import type { PeerRole } from '@health-connect/contract/consults';

export interface Participant {
  _id: string;
  name: string;
  avatar: string;
}

export type ConsultRole = Exclude<PeerRole, 'guest'>;

/** The other of the two people of an appointment. */
export const otherOf = ({ doctorId, patientId }: Appointment, role: ConsultRole): Participant =>
  role === 'doctor' ? patientId : doctorId;

/** As one speaks of somebody in a sentence; a title is no name. */
export const firstNameOf = (name: string) => name.split(' ').find((word) => !word.endsWith('.')) ?? name;
