import { type DoctorSchedule, type SaveSchedule, type SaveScheduleMeta } from '@health-connect/contract/availability';
import { queryOptions } from '@tanstack/react-query';
import { http, request } from '../../lib/http.js';

/** The doctor's own hours, time off and rules. */
export const scheduleQuery = queryOptions({
  queryKey: ['schedule'],
  queryFn: ({ signal }) => http.get<DoctorSchedule>('/doctors/schedule', { signal }),
});

/** Stores the whole schedule; tells which booked visits now lie outside it. */
export async function saveSchedule(body: SaveSchedule) {
  const { data, meta } = await request<DoctorSchedule>('PUT', '/doctors/schedule', body);
  const { affected = [] } = meta as Partial<SaveScheduleMeta>;
  return { schedule: data, affected };
}
