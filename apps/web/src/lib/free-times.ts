import type { SlotDay } from '@health-connect/contract/availability';
import { http } from './http.js';

/** What a doctor has free on local dates of theirs, in the small form; `freeTimesOf` of scheduling makes a list of it. */
export const listFreeTimes = (doctorId: string, span: { from: string; to: string }, signal: AbortSignal) =>
  http.get<SlotDay[]>(`/doctors/${doctorId}/slots`, { query: { ...span, view: 'days' }, signal });
