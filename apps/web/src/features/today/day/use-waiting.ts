import { useMemo } from 'react';
import { useWaitingPatients } from '../../../resources/consults/queries.js';

/** Since when the patient of an appointment waits for the doctor, by appointment. */
export type Waiting = ReadonlyMap<string, string>;

export function useWaiting(): Waiting {
  const waiting = useWaitingPatients();
  return useMemo(() => new Map(waiting.map(({ appointmentId, since }) => [appointmentId, since])), [waiting]);
}
