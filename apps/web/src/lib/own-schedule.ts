import type { DoctorSchedule } from '@health-connect/contract/availability';
import { queryOptions } from '@tanstack/react-query';
import { http } from './http.js';

/** The signed-in doctor's own hours, special dates and rules. */
export const ownScheduleQuery = queryOptions({
  queryKey: ['schedule'],
  queryFn: ({ signal }) => http.get<DoctorSchedule>('/doctors/schedule', { signal }),
});
