import { freeTimesOf } from '@health-connect/scheduling/slot-runs';
import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import { listFreeTimes } from '../../lib/free-times.js';
import { requestFor } from './days.js';

const KEY = 'slots';
/** Others book meanwhile, and what is near moves inside the doctor's minimum notice. */
const RENEW_MS = 60_000;

/** What a doctor has free around a week, counted from `today` (local date of the reader); for an appointment that is to move. */
export function useFreeSlots(doctorId: string, week: number, today: string, moving?: string) {
  const { from, to } = requestFor(week, today);
  return useQuery({
    queryKey: [KEY, doctorId, from, to, moving],
    queryFn: ({ signal }) => listFreeTimes(doctorId, { from, to, moving }, signal),
    select: freeTimesOf,
    refetchInterval: RENEW_MS,
    placeholderData: keepPreviousData,
  });
}

/** After a booking or a move, or when a time turned out to be gone. */
export const refreshSlots = (client: QueryClient, doctorId: string) =>
  client.invalidateQueries({ queryKey: [KEY, doctorId] });
