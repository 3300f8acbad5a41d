import type { DoctorSchedule, SaveSchedule, SaveScheduleMeta } from '@health-connect/contract/availability';
import type { QueryClient } from '@tanstack/react-query';
import { request } from '../../lib/http.js';
import { setAffected } from './affected.js';
import { ownScheduleQuery } from './queries.js';

/** Stores the whole schedule; what is booked outside it now is named until each is dealt with. */
export async function saveSchedule(client: QueryClient, body: SaveSchedule): Promise<DoctorSchedule> {
  const { data, meta } = await request<DoctorSchedule>('PUT', '/doctors/schedule', body);
  const { affected = [] } = meta as Partial<SaveScheduleMeta>;
  client.setQueryData(ownScheduleQuery.queryKey, data);
  setAffected(client, affected);
  return data;
}
