import type { Appointment, DoctorChange } from '@health-connect/contract/appointments';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { changeAppointment } from '../../lib/change-appointment.js';
import { useSocket, useSocketEvent } from '../../lib/socket-context.js';
import { todayKeys, appointmentQuery } from './api.js';

/** Shows a changed appointment at once wherever it stands, then asks the server for what follows from it. */
function showChange(client: QueryClient, changed: Appointment) {
  client.setQueriesData<Appointment[]>({ queryKey: todayKeys.appointments }, (appointments) =>
    appointments?.map((appointment) => (appointment._id === changed._id ? changed : appointment)),
  );
  client.setQueryData(appointmentQuery(changed._id).queryKey, changed);
  return client.invalidateQueries({ queryKey: todayKeys.all });
}

/** Keeps the day as it is on the server: on every change, and after a time without connection. */
export function useLiveAppointments() {
  const client = useQueryClient();
  const { connection } = useSocket();
  const wasLost = useRef(false);

  useSocketEvent('appointment-changed', (changed) => void showChange(client, changed));

  useEffect(() => {
    if (connection.state === 'lost') wasLost.current = true;
    if (connection.state !== 'connected' || !wasLost.current) return;
    wasLost.current = false;
    void client.invalidateQueries({ queryKey: todayKeys.all });
  }, [connection.state, client]);
}

interface Change {
  id: string;
  change: DoctorChange;
}

/** Sends what the doctor decided; a refusal brings the appointment as it is now. */
export function useChangeAppointment() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: Change) => changeAppointment(id, change),
    onSuccess: (changed) => void showChange(client, changed),
    onError: () => void client.invalidateQueries({ queryKey: todayKeys.all }),
  });
}
