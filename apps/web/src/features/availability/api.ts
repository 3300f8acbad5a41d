import type { DoctorSchedule, SaveSchedule, SaveScheduleMeta } from '@health-connect/contract/availability';
import { request } from '../../lib/http.js';

/** Stores the whole schedule; tells which booked appointments now lie outside it. */
export async function saveSchedule(body: SaveSchedule) {
  const { data, meta } = await request<DoctorSchedule>('PUT', '/doctors/schedule', body);
  const { affected = [] } = meta as Partial<SaveScheduleMeta>;
  return { schedule: data, affected };
}
