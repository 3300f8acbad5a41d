import type { FreeTime } from '@health-connect/scheduling/slot-runs';

/** A doctor's free times a week at a time, as whoever fetches them hands them over. */
export interface FreeWeeks {
  /** The week that is shown, counted from today's. */
  week: number;
  lastWeek: number;
  show: (week: number) => void;
  /** The first local date of the week on the reader's clock. */
  firstDate: string;
  /** The week of the doctor's next free time, if known. */
  next: { week: number; at: string } | null;
  /** Undefined before the first answer; may reach beyond the week. */
  slots: readonly FreeTime[] | undefined;
  /** Those of this week are still on their way. */
  isComing: boolean;
  error: unknown;
  retry: () => void;
  isRetrying: boolean;
}
