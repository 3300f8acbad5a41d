import type { DoctorSchedule } from '@health-connect/contract/availability';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

/** The signed-in doctor's own hours, special dates and rules. */
export const ownScheduleQuery = queryOptions({
  queryKey: ['schedule', 'own'],
  queryFn: ({ signal }) => http.get<DoctorSchedule>('/doctors/schedule', { signal }),
});
