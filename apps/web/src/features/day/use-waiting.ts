import { useState } from 'react';
import { useSocketEvent } from '../../lib/socket-context.js';

/** Since when the patient of an appointment sits in its waiting room, by appointment. */
export type Waiting = ReadonlyMap<string, string>;

/**
 * Hears who comes to a waiting room and who goes. Nothing is kept when the page is left: whoever was let in meanwhile
 * would still be shown as waiting.
 */
export function useWaiting(): Waiting {
  const [waiting, setWaiting] = useState<Waiting>(new Map());
  const forget = (id: string) => setWaiting((known) => new Map([...known].filter(([other]) => other !== id)));

  useSocketEvent('peer-waiting', ({ appointmentId, since }) =>
    setWaiting((known) => new Map(known).set(appointmentId, since)),
  );
  useSocketEvent('peer-waiting-left', ({ appointmentId }) => forget(appointmentId));
  useSocketEvent('room-closed', ({ appointmentId }) => forget(appointmentId));

  return waiting;
}
