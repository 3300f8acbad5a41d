import type { Appointment } from '@health-connect/contract/appointments';
import type { Dashboard } from '@health-connect/contract/doctors';
import type { PatientProfile } from '@health-connect/contract/patients';
import { freeTimesOf } from '@health-connect/scheduling/slot-runs';
import { queryOptions } from '@tanstack/react-query';
import { listFreeTimes } from '../../lib/free-times.js';
import { http, type PageOf } from '../../lib/http.js';
import { addDays } from '../../lib/time.js';

/** What a doctor may do changes by the clock as well (joining, closing): the server is asked again this often. */
const RENEW_MS = 20_000;
const MOST_ON_A_PAGE = 100;
/** More would be no day of one person: an answer gone wrong must not ask for ever. */
const MOST_VISITS = 1_000;
const PROPOSAL_DAYS = 14;

export const todayKeys = { all: ['day'], appointments: ['day', 'visits'] } as const;

/** Every appointment of the doctor's local dates, cancelled ones too, by start. */
export const appointmentsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...todayKeys.appointments, { from, to }],
    queryFn: ({ signal }) => listAppointments({ from, to }, signal),
    refetchInterval: RENEW_MS,
  });

export const requestsQuery = queryOptions({
  queryKey: [...todayKeys.appointments, 'pending'],
  queryFn: ({ signal }) => listAppointments({ status: 'pending' }, signal),
});

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...todayKeys.all, 'visit', id],
    queryFn: ({ signal }) => http.get<Appointment>(`/appointments/${id}`, { signal }),
    refetchInterval: RENEW_MS,
  });

export const dashboardQuery = queryOptions({
  queryKey: [...todayKeys.all, 'dashboard'],
  queryFn: ({ signal }) => http.get<Dashboard>('/doctors/dashboard', { signal }),
});

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: [...todayKeys.all, 'patient', id],
    queryFn: ({ signal }) => http.get<PatientProfile>(`/patients/${id}`, { signal }),
  });

/** Where an appointment can be moved among its doctor's own times, from a date on, for two weeks. */
export const ownSlotsQuery = ({ _id, doctorId }: Appointment, from: string) =>
  queryOptions({
    queryKey: [...todayKeys.all, 'slots', _id, from],
    queryFn: ({ signal }) =>
      listFreeTimes(doctorId._id, { from, to: addDays(from, PROPOSAL_DAYS - 1), moving: _id }, signal),
    select: freeTimesOf,
  });

async function listAppointments(query: Record<string, string>, signal: AbortSignal): Promise<Appointment[]> {
  const appointments: Appointment[] = [];
  let cursor: string | null = null;
  do {
    const { items, meta }: PageOf<Appointment> = await http.page('/appointments/doctor', {
      query: { ...query, limit: MOST_ON_A_PAGE, cursor },
      signal,
    });
    appointments.push(...items);
    cursor = meta.nextCursor;
  } while (cursor !== null && appointments.length < MOST_VISITS);
  return appointments;
}
