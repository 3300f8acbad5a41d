import type {
  Dashboard,
  DoctorListMeta,
  DoctorProfile,
  ListDoctors,
  ListedDoctor,
  SpecializationCount,
} from '@health-connect/contract/doctors';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { doctorKeys } from './keys.js';

/** What narrows and orders the list, as the server takes it. */
export type DoctorFilters = Omit<ListDoctors, 'limit' | 'cursor'>;

export const doctorsQuery = (filters: DoctorFilters) =>
  infiniteQueryOptions({
    queryKey: [...doctorKeys.list, filters],
    queryFn: ({ pageParam, signal }) =>
      http.page<ListedDoctor, DoctorListMeta>('/doctors', { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    placeholderData: keepPreviousData,
  });

export const specializationsQuery = queryOptions({
  queryKey: doctorKeys.specializations,
  queryFn: ({ signal }) => http.get<SpecializationCount[]>('/doctors/specializations', { signal }),
  staleTime: 5 * 60_000,
});

/** A doctor as everybody sees them. */
export const doctorQuery = (doctorId: string) =>
  queryOptions({
    queryKey: doctorKeys.one(doctorId),
    queryFn: ({ signal }) => http.get<DoctorProfile>(`/doctors/${doctorId}`, { signal }),
  });

export const dashboardQuery = queryOptions({
  queryKey: doctorKeys.dashboard,
  queryFn: ({ signal }) => http.get<Dashboard>('/doctors/dashboard', { signal }),
});
