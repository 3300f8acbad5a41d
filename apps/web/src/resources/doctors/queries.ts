import type { ListDoctors } from '@health-connect/contract/doctor-fields';
import { countSpecializations, readDashboard, readDoctor, searchDoctors } from '@health-connect/contract/doctors';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call, callPage } from '../../lib/call.js';
import { doctorKeys } from './keys.js';

/** What narrows and orders the list, as the server takes it. */
export type DoctorFilters = Omit<ListDoctors, 'limit' | 'cursor'>;

export const doctorsQuery = (filters: DoctorFilters) =>
  infiniteQueryOptions({
    queryKey: [...doctorKeys.list, filters],
    queryFn: ({ pageParam, signal }) => callPage(searchDoctors, { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    placeholderData: keepPreviousData,
  });

export const specializationsQuery = queryOptions({
  queryKey: doctorKeys.specializations,
  queryFn: ({ signal }) => call(countSpecializations, { signal }),
  staleTime: 5 * 60_000,
});

/** A doctor as everybody sees them. */
export const doctorQuery = (doctorId: string) =>
  queryOptions({
    queryKey: doctorKeys.one(doctorId),
    queryFn: ({ signal }) => call(readDoctor, { params: { id: doctorId }, signal }),
  });

export const dashboardQuery = queryOptions({
  queryKey: doctorKeys.dashboard,
  queryFn: ({ signal }) => call(readDashboard, { signal }),
});
