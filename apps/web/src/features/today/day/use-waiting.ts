import { useMemo } from 'react';
import { useLive } from '../../../lib/live.js';

/** Since when the patient of an appointment waits for the doctor, by appointment. */
export type Waiting = ReadonlyMap<string, string>;

export function useWaiting(): Waiting {
  const { waiting } = useLive();
  return useMemo(() => new Map(waiting.map(({ appointmentId, since }) => [appointmentId, since])), [waiting]);
}
