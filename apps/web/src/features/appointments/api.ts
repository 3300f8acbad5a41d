import type { Appointment } from '@health-connect/contract/appointments';
import type { DoctorProfile } from '@health-connect/contract/doctors';
import { ACTIVE_STATUSES, type AppointmentStatus } from '@health-connect/contract/status';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { untilNextMoment } from './moments.js';

/** Everything about appointments lies under this key: whoever changes one refreshes them all. */
export const APPOINTMENTS = ['appointments'];

const list = (statuses: readonly AppointmentStatus[], order: 'asc' | 'desc', limit: number) =>
  infiniteQueryOptions({
    queryKey: [...APPOINTMENTS, 'list', statuses, order, limit],
    queryFn: ({ pageParam, signal }) =>
      http.page<Appointment>('/appointments', {
        query: { status: statuses.join(','), order, limit, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    // What may be done follows the clock, and the server says when: ask again when the next such moment comes.
    refetchInterval: ({ state }) => untilNextMoment(state.data?.pages.flatMap(({ items }) => items) ?? [], Date.now()),
    placeholderData: keepPreviousData,
  });

const A_PAGE = 20;
export const comingQuery = list(ACTIVE_STATUSES, 'asc', A_PAGE);
/** What is over, the newest first. */
export const pastQuery = (statuses: readonly AppointmentStatus[], limit = A_PAGE) => list(statuses, 'desc', limit);

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...APPOINTMENTS, 'one', id],
    queryFn: ({ signal }) => http.get<Appointment>(`/appointments/${id}`, { signal }),
  });

/** For the times to choose from when an appointment moves. */
export const doctorQuery = (doctorId: string) =>
  queryOptions({
    queryKey: ['doctors', 'one', doctorId],
    queryFn: ({ signal }) => http.get<DoctorProfile>(`/doctors/${doctorId}`, { signal }),
  });
