import type { Appointment } from '@health-connect/contract/appointments';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSocketEvent } from '../../lib/socket-context.js';

/** Not from the server: what the last save named, kept while the doctor deals with one appointment on another page. */
const affectedQuery = queryOptions({
  queryKey: ['schedule', 'affected'],
  queryFn: (): Appointment[] => [],
  enabled: false,
  initialData: [],
  staleTime: Infinity,
  gcTime: Infinity,
});

/** Booked appointments that the last saved hours left outside, until each is dealt with. */
export function useAffected() {
  const client = useQueryClient();
  const { data: affected } = useQuery(affectedQuery);
  const setAffected = (appointments: Appointment[]) => client.setQueryData(affectedQuery.queryKey, appointments);
  const settle = (id: string) => setAffected(affected.filter(({ _id }) => _id !== id));

  // Cancelled, moved, or another time proposed: it was dealt with, here or elsewhere.
  useSocketEvent('appointment-changed', (changed) => {
    const listed = affected.find(({ _id }) => _id === changed._id);
    if (listed && (listed.status !== changed.status || listed.startsAt !== changed.startsAt)) settle(changed._id);
  });

  return { affected, setAffected, settle };
}
