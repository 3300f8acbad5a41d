import type { SlotDay } from '@health-connect/contract/availability';
import { http } from './http.js';

/** What a doctor has free on local dates of theirs, or free to an appointment that is to move, in the small form; `freeTimesOf` of scheduling makes a list of it. */
export const listFreeTimes = (
  doctorId: string,
  span: { from: string; to: string; moving?: string | undefined },
  signal: AbortSignal,
) => http.get<SlotDay[]>(`/doctors/${doctorId}/slots`, { query: { ...span, view: 'days' }, signal });
