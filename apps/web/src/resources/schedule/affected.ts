import type { Appointment } from '@health-connect/contract/appointments';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { toldQuery } from '../../lib/told-query.js';

/** What the last save named, kept while the doctor deals with one of them on another page. */
const affectedQuery = toldQuery<Appointment[]>(['schedule', 'affected']);
const NONE: Appointment[] = [];

/** Booked appointments that the last saved hours left outside, until each is dealt with. */
export function useAffected() {
  const client = useQueryClient();
  const { data: affected = NONE } = useQuery(affectedQuery);
  return { affected, settle: (id: string) => settle(client, id) };
}

export const setAffected = (client: QueryClient, appointments: Appointment[]) =>
  client.setQueryData(affectedQuery.queryKey, appointments);

const settle = (client: QueryClient, id: string) =>
  client.setQueryData(affectedQuery.queryKey, (affected) => affected?.filter(({ _id }) => _id !== id));

/** Cancelled, moved, or another time proposed: it was dealt with, here or elsewhere. */
export function dropDealtWith(client: QueryClient, changed: Appointment) {
  const listed = client.getQueryData(affectedQuery.queryKey)?.find(({ _id }) => _id === changed._id);
  if (listed && (listed.status !== changed.status || listed.startsAt !== changed.startsAt)) settle(client, changed._id);
}
