import type { Appointment } from '@health-connect/contract/appointments';
import type { Message } from '@health-connect/contract/messages';
import type { PatientProfile } from '@health-connect/contract/patients';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

const HISTORY = 50;

export const appointmentKey = (appointmentId: string) => ['consult', 'appointment', appointmentId] as const;

export const appointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: appointmentKey(appointmentId),
    queryFn: ({ signal }) => http.get<Appointment>(`/appointments/${appointmentId}`, { signal }),
  });

export const patientQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['consult', 'patient', patientId],
    queryFn: ({ signal }) => http.get<PatientProfile>(`/patients/${patientId}`, { signal }),
    staleTime: Infinity,
  });

/** What the two wrote last, oldest first. */
export const latestMessagesQuery = (peerId: string) =>
  queryOptions({
    queryKey: ['consult', 'messages', peerId],
    queryFn: async ({ signal }) => {
      const messages = await http.get<Message[]>(`/message/${peerId}`, { query: { limit: HISTORY }, signal });
      return messages.toSorted((a, b) => a.seq - b.seq);
    },
    // Afterwards they come by socket.
    staleTime: Infinity,
    gcTime: 0,
  });
