import { fromWall, toWall } from './zone.js';

export const UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
export type Unit = (typeof UNITS)[number];

const DAY = 86_400_000;
const FIXED: Partial<Record<Unit, number>> = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };
const MONTHS: Partial<Record<Unit, number>> = { year: 12, quarter: 3, month: 1 };
const DAYS: Partial<Record<Unit, number>> = { week: 7, day: 1 };

/** MongoDB counts bins of several units from the start of this year. */
const REFERENCE_YEAR = 2000;
const REFERENCE = Date.UTC(REFERENCE_YEAR, 0, 1);
const REFERENCE_WEEKDAY = new Date(REFERENCE).getUTCDay();

const monthsSinceReference = (wall: Date): number => (wall.getUTCFullYear() - REFERENCE_YEAR) * 12 + wall.getUTCMonth();

/** The first day that starts a week at or after the reference. */
const weekReference = (startOfWeek: number): number => REFERENCE + ((startOfWeek - REFERENCE_WEEKDAY + 7) % 7) * DAY;

/** `$dateTrunc`: the start of the bin of `size` units that the date is in. */
export function truncate(date: Date, unit: Unit, size: number, zone: string, startOfWeek: number): Date {
  const wall = toWall(date, zone);
  const fixed = FIXED[unit];
  if (fixed && zone !== 'UTC' && fixed * size < DAY) {
    const shift = wall.getTime() - date.getTime();
    const bin = fixed * size;
    return new Date(Math.floor((wall.getTime() - REFERENCE) / bin) * bin + REFERENCE - shift);
  }
  return fromWall(truncateWall(wall, unit, size, startOfWeek), zone);
}

function truncateWall(wall: Date, unit: Unit, size: number, startOfWeek: number): Date {
  const months = MONTHS[unit];
  if (months) {
    const bin = months * size;
    return new Date(Date.UTC(REFERENCE_YEAR, Math.floor(monthsSinceReference(wall) / bin) * bin, 1));
  }
  const start = unit === 'week' ? weekReference(startOfWeek) : REFERENCE;
  const bin = (FIXED[unit] ?? DAYS[unit]! * DAY) * size;
  return new Date(Math.floor((wall.getTime() - start) / bin) * bin + start);
}

/** `$dateAdd`: days and longer keep the wall clock of the zone; a day that the month lacks becomes its last. */
export function addUnits(date: Date, unit: Unit, amount: number, zone: string): Date {
  const fixed = FIXED[unit];
  if (fixed) return new Date(date.getTime() + amount * fixed);
  const wall = toWall(date, zone);
  const months = MONTHS[unit];
  if (!months) return fromWall(new Date(wall.getTime() + amount * DAYS[unit]! * DAY), zone);
  const target = new Date(wall);
  target.setUTCDate(1);
  target.setUTCMonth(target.getUTCMonth() + amount * months);
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(wall.getUTCDate(), lastDay));
  return fromWall(target, zone);
}

/** `$dateDiff`: how many boundaries of the unit lie between two wall clocks. */
export function countUnits(start: Date, end: Date, unit: Unit, startOfWeek: number): number {
  const months = MONTHS[unit];
  if (months) return Math.floor(monthsSinceReference(end) / months) - Math.floor(monthsSinceReference(start) / months);
  const from = unit === 'week' ? weekReference(startOfWeek) : REFERENCE;
  const size = FIXED[unit] ?? DAYS[unit]! * DAY;
  return Math.floor((end.getTime() - from) / size) - Math.floor((start.getTime() - from) / size);
}
