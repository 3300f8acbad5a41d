import { type Weekday, WEEKDAYS } from '@health-connect/contract/availability';

/** Something for each weekday. */
export const eachDay = <T>(make: (day: Weekday) => T) =>
  Object.fromEntries(WEEKDAYS.map((day) => [day, make(day)])) as Record<Weekday, T>;
