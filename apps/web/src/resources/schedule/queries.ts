import { readSchedule } from '@health-connect/contract/availability';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.js';

/** The signed-in doctor's own hours, special dates and rules. */
export const ownScheduleQuery = queryOptions({
  queryKey: ['schedule', 'own'],
  queryFn: ({ signal }) => call(readSchedule, { signal }),
});
