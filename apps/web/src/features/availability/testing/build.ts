import { DEFAULT_RULES, type DoctorSchedule, type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import { makeSlots, type TimeRange } from '@health-connect/scheduling/make-slots';

export const range = (startTime: string, endTime: string): TimeRange => ({ startTime, endTime });

/** A stored schedule with appointments of 30 minutes in the given hours. */
export const buildSchedule = (
  hours: Partial<Record<Weekday, TimeRange[]>> = {},
  over: Partial<DoctorSchedule> = {},
): DoctorSchedule => ({
  timeZone: 'Pacific/Auckland',
  schedule: WEEKDAYS.map((day) => ({ day, slots: makeSlots({ ranges: hours[day] ?? [], visitMinutes: 30 }) })),
  overrides: [],
  rules: DEFAULT_RULES,
  ...over,
});
