import { readSlots } from '@health-connect/contract/availability';
import type { SlotDay } from '@health-connect/contract/slots';
import { freeTimesOf } from '@health-connect/scheduling/slot-runs';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.js';

interface Span {
  /** Local dates of the doctor, both included. */
  from: string;
  to: string;
  /** An appointment that is to move: what it holds itself is free to it. */
  moving?: string | undefined;
}

/** What a doctor has free; it travels in the small form and is read as a list. */
export const freeTimesQuery = (doctorId: string, span: Span) =>
  queryOptions({
    queryKey: ['slots', doctorId, span],
    queryFn: ({ signal }) =>
      call(readSlots, { params: { id: doctorId }, query: { ...span, view: 'days' }, signal }) as Promise<SlotDay[]>,
    select: freeTimesOf,
  });

/** After a booking or a move, or when a time turned out to be gone. */
export const refreshSlots = (client: QueryClient, doctorId: string) =>
  client.invalidateQueries({ queryKey: ['slots', doctorId] });
