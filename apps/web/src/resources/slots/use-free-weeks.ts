import { localDateOf } from '@health-connect/scheduling/local-time';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, useOwnZone } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { WEEK_DAYS } from '../../lib/week.js';
import { freeTimesQuery } from './queries.js';
import { LAST_WEEK, requestFor, weekOf } from './weeks.js';

/** Others book meanwhile, and what is near moves inside the doctor's minimum notice. */
const RENEW_MS = 60_000;

interface Wanted {
  doctorId: string;
  /** When the doctor is free next, if known. */
  nextSlotAt: string | null;
  /** An appointment that is to move: what it holds itself is free to it, and its week is shown first. */
  moving?: { _id: string; startsAt: string };
  /** `startsAt` of a slot that is chosen already: its week is shown before all others. */
  chosen: string | null;
}

/** A doctor's free times a week at a time, counted from today on the reader's clock; what the slot picker shows. */
export function useFreeWeeks({ doctorId, nextSlotAt, moving, chosen }: Wanted) {
  const zone = useOwnZone();
  const today = localDateOf(useNow(), zone);
  const [week, show] = useState(() => weekOf(chosen ?? moving?.startsAt ?? nextSlotAt, zone, today));
  const { data, error, isPending, isPlaceholderData, refetch, isRefetching } = useQuery({
    ...freeTimesQuery(doctorId, { ...requestFor(week, today), moving: moving?._id }),
    refetchInterval: RENEW_MS,
    placeholderData: keepPreviousData,
  });
  return {
    week,
    lastWeek: LAST_WEEK,
    show,
    firstDate: addDays(today, week * WEEK_DAYS),
    next: nextSlotAt === null ? null : { week: weekOf(nextSlotAt, zone, today), at: nextSlotAt },
    slots: data,
    isComing: isPending || isPlaceholderData,
    error,
    retry: () => void refetch(),
    isRetrying: isRefetching,
  };
}
