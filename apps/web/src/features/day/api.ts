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

export const dayKeys = { all: ['day'], visits: ['day', 'visits'] } as const;

/** Every visit of the doctor's local dates, cancelled ones too, by start. */
export const visitsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...dayKeys.visits, { from, to }],
    queryFn: ({ signal }) => listVisits({ from, to }, signal),
    refetchInterval: RENEW_MS,
  });

export const requestsQuery = queryOptions({
  queryKey: [...dayKeys.visits, 'pending'],
  queryFn: ({ signal }) => listVisits({ status: 'pending' }, signal),
});

export const visitQuery = (id: string) =>
  queryOptions({
    queryKey: [...dayKeys.all, 'visit', id],
    queryFn: ({ signal }) => http.get<Appointment>(`/appointments/${id}`, { signal }),
    refetchInterval: RENEW_MS,
  });

export const dashboardQuery = queryOptions({
  queryKey: [...dayKeys.all, 'dashboard'],
  queryFn: ({ signal }) => http.get<Dashboard>('/doctors/dashboard', { signal }),
});

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: [...dayKeys.all, 'patient', id],
    queryFn: ({ signal }) => http.get<PatientProfile>(`/patients/${id}`, { signal }),
  });

/** Where a visit can be moved among its doctor's own times, from a date on, for two weeks. */
export const ownSlotsQuery = ({ _id, doctorId }: Appointment, from: string) =>
  queryOptions({
    queryKey: [...dayKeys.all, 'slots', _id, from],
    queryFn: ({ signal }) =>
      listFreeTimes(doctorId._id, { from, to: addDays(from, PROPOSAL_DAYS - 1), moving: _id }, signal),
    select: freeTimesOf,
  });

async function listVisits(query: Record<string, string>, signal: AbortSignal): Promise<Appointment[]> {
  const visits: Appointment[] = [];
  let cursor: string | null = null;
  do {
    const { items, meta }: PageOf<Appointment> = await http.page('/appointments/doctor', {
      query: { ...query, limit: MOST_ON_A_PAGE, cursor },
      signal,
    });
    visits.push(...items);
    cursor = meta.nextCursor;
  } while (cursor !== null && visits.length < MOST_VISITS);
  return visits;
}
