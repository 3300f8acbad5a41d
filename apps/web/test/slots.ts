import type { Slot, SlotDay } from '@health-connect/contract/slots';
import { localTimeAt } from '@health-connect/scheduling/local-time';
import { runsOf } from '@health-connect/scheduling/slot-runs';

const HALF_HOUR_MS = 30 * 60_000;

/** Free half hours in a row from an instant, on the clock of Auckland, where the doctor of people.ts is. */
export const buildSlots = (startsAt: string, count = 1): Slot[] =>
  Array.from({ length: count }, (_, index) => {
    const start = Date.parse(startsAt) + index * HALF_HOUR_MS;
    const [from, to] = [start, start + HALF_HOUR_MS].map((at) => localTimeAt(at, 'Pacific/Auckland'));
    return {
      startsAt: new Date(start).toISOString(),
      endsAt: new Date(start + HALF_HOUR_MS).toISOString(),
      date: from!.date,
      startTime: from!.time,
      endTime: to!.time,
      available: true,
    };
  });

/** What `GET /doctors/:id/slots?view=days` answers of them. */
export const slotDays = (slots: readonly Pick<Slot, 'startsAt' | 'endsAt' | 'date'>[]): SlotDay[] =>
  [...new Set(slots.map(({ date }) => date))].map((date) => ({
    date,
    runs: runsOf(
      slots
        .filter((slot) => slot.date === date)
        .map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })),
    ),
  }));
