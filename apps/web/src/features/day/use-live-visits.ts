import type { Appointment, DoctorChange } from '@health-connect/contract/appointments';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { changeAppointment } from '../../lib/change-appointment.js';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { dayKeys, visitQuery } from './api.js';

/** Shows a changed visit at once wherever it stands, then asks the server for what follows from it. */
function showChange(client: QueryClient, changed: Appointment) {
  client.setQueriesData<Appointment[]>({ queryKey: dayKeys.visits }, (visits) =>
    visits?.map((visit) => (visit._id === changed._id ? changed : visit)),
  );
  client.setQueryData(visitQuery(changed._id).queryKey, changed);
  return client.invalidateQueries({ queryKey: dayKeys.all });
}

/** Keeps the day as it is on the server: on every change, and after a time without connection. */
export function useLiveVisits() {
  const client = useQueryClient();
  const { connection } = useSocket();
  const wasLost = useRef(false);

  useSocketEvent('appointment-changed', (changed) => void showChange(client, changed));

  useEffect(() => {
    if (connection.state === 'lost') wasLost.current = true;
    if (connection.state !== 'connected' || !wasLost.current) return;
    wasLost.current = false;
    void client.invalidateQueries({ queryKey: dayKeys.all });
  }, [connection.state, client]);
}

interface Change {
  id: string;
  change: DoctorChange;
}

/** Sends what the doctor decided; a refusal brings the visit as it is now. */
export function useChangeVisit() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: Change) => changeAppointment(id, change),
    onSuccess: (changed) => void showChange(client, changed),
    onError: () => void client.invalidateQueries({ queryKey: dayKeys.all }),
  });
}
