import { type Appointment, appointmentChanged } from '@health-connect/contract/appointments';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { doctorKeys } from '../doctors/keys.js';
import { showAppointment } from './cache.js';
import { appointmentKeys } from './keys.js';

/**
 * Keeps every appointment of the page as it is on the server: on each change, and after a time without connection. The
 * only listener of the whole app (app/ has it there while somebody is signed in): pages read the cache.
 * @param tell Hears of each change besides: a word about it to the person, what else follows from it.
 */
export function useAppointmentsLive(tell?: (changed: Appointment) => void) {
  const client = useQueryClient();
  const { connection } = useSocket();
  const wasLost = useRef(false);

  useSocketEvent(appointmentChanged, (changed) => {
    showAppointment(client, changed);
    tell?.(changed);
  });

  useEffect(() => {
    if (connection.state === 'lost') wasLost.current = true;
    if (connection.state !== 'connected' || !wasLost.current) return;
    wasLost.current = false;
    void client.invalidateQueries({ queryKey: appointmentKeys.all });
    void client.invalidateQueries({ queryKey: doctorKeys.dashboard });
  }, [connection.state, client]);
}
