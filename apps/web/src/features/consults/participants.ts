import type { PeerRole } from '@health-connect/contract/consults';

/** One of the two people of a consult, as the other one sees them. */
export interface Participant {
  _id: string;
  name: string;
  avatar: string;
}

export type ConsultRole = Exclude<PeerRole, 'guest'>;
