/** A bookable interval on a day; `date`, `startTime`, `endTime` are the doctor's wall clock. */
export interface Slot {
  /** ISO 8601, UTC. */
  startsAt: string;
  endsAt: string;
  date: string;
  startTime: string;
  endTime: string;
  available: boolean;
}

/**
 * Free slots that follow each other without a pause: when the first starts (whole minutes since 1970, UTC), how many minutes
 * each lasts, how many there are.
 */
export type SlotRun = [startsAtMinute: number, minutes: number, count: number];

/** The free slots that start on one of the doctor's local dates; dates without any are left out. */
export interface SlotDay {
  date: string;
  runs: SlotRun[];
}
