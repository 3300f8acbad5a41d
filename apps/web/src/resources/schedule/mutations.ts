import { type DoctorSchedule, replaceSchedule, type SaveSchedule } from '@health-connect/contract/availability';
import type { QueryClient } from '@tanstack/react-query';
import { callWithMeta } from '../../lib/call.js';
import { setAffected } from './affected.js';
import { ownScheduleQuery } from './queries.js';

/** Stores the whole schedule; what is booked outside it now is named until each is dealt with. */
export async function saveSchedule(client: QueryClient, body: SaveSchedule): Promise<DoctorSchedule> {
  const { data, meta } = await callWithMeta(replaceSchedule, { body });
  client.setQueryData(ownScheduleQuery.queryKey, data);
  setAffected(client, meta.affected);
  return data;
}
