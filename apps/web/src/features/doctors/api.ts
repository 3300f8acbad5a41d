import type { Appointment, BookAppointment } from '@health-connect/contract/appointments';
import type {
  DoctorListMeta,
  DoctorProfile,
  ListedDoctor,
  SpecializationCount,
} from '@health-connect/contract/doctors';
import type { Review } from '@health-connect/contract/reviews';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { type Filters, toQuery } from './filters.js';

const FIRST_REVIEWS = 3;
const MORE_REVIEWS = 20;

export const doctorsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['doctors', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      http.page<ListedDoctor, DoctorListMeta>('/doctors', {
        query: { ...toQuery(filters), cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
    placeholderData: keepPreviousData,
  });

export const specializationsQuery = queryOptions({
  queryKey: ['doctors', 'specializations'],
  queryFn: ({ signal }) => http.get<SpecializationCount[]>('/doctors/specializations', { signal }),
  staleTime: 5 * 60_000,
});

export const doctorQuery = (doctorId: string) =>
  queryOptions({
    queryKey: ['doctors', 'one', doctorId],
    queryFn: ({ signal }) => http.get<DoctorProfile>(`/doctors/${doctorId}`, { signal }),
  });

export const reviewsQuery = (doctorId: string) =>
  infiniteQueryOptions({
    queryKey: ['doctors', 'reviews', doctorId],
    queryFn: ({ pageParam, signal }) =>
      http.page<Review>(`/doctors/${doctorId}/reviews`, {
        query: { limit: pageParam ? MORE_REVIEWS : FIRST_REVIEWS, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ meta }) => meta.nextCursor,
  });

/** `key`: the same key and appointment is the same booking, however often it is sent. */
export const sendBooking = (booking: BookAppointment, key: string) =>
  http.post<Appointment>('/appointments', booking, { headers: { 'Idempotency-Key': key } });
