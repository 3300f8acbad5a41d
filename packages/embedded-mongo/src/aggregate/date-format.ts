import { MongoFailure } from '../errors.js';
import { offsetMinutes, offsetText, toWall } from './zone.js';

const DAY = 86_400_000;
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dayOfYear = (wall: Date): number =>
  Math.floor((wall.getTime() - Date.UTC(wall.getUTCFullYear(), 0, 1)) / DAY) + 1;

/** Year and number of the ISO 8601 week, which belongs to the year that its Thursday is in. */
function isoWeek(wall: Date): { year: number; week: number } {
  const thursday = new Date(wall.getTime() + (4 - (wall.getUTCDay() || 7)) * DAY);
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

type Part = (wall: Date, date: Date, zone: string) => string;

const PARTS: Record<string, Part> = {
  '%': () => '%',
  Y: (wall) => pad(wall.getUTCFullYear(), 4),
  m: (wall) => pad(wall.getUTCMonth() + 1, 2),
  d: (wall) => pad(wall.getUTCDate(), 2),
  H: (wall) => pad(wall.getUTCHours(), 2),
  M: (wall) => pad(wall.getUTCMinutes(), 2),
  S: (wall) => pad(wall.getUTCSeconds(), 2),
  L: (wall) => pad(wall.getUTCMilliseconds(), 3),
  b: (wall) => MONTHS[wall.getUTCMonth()]!.slice(0, 3),
  B: (wall) => MONTHS[wall.getUTCMonth()]!,
  j: (wall) => pad(dayOfYear(wall), 3),
  u: (wall) => String(wall.getUTCDay() || 7),
  w: (wall) => String(wall.getUTCDay() + 1),
  U: (wall) => pad(Math.floor((dayOfYear(wall) + 6 - wall.getUTCDay()) / 7), 2),
  V: (wall) => pad(isoWeek(wall).week, 2),
  G: (wall) => pad(isoWeek(wall).year, 4),
  z: (_wall, date, zone) => offsetText(date, zone),
  Z: (_wall, date, zone) => offsetMinutes(date, zone),
};

/** `$dateToString` with MongoDB's format specifiers. */
export function formatDate(date: Date, format: string, zone: string): string {
  const wall = toWall(date, zone);
  return format.replace(/%([\s\S]?)/g, (_whole, letter: string) => {
    if (!Object.hasOwn(PARTS, letter))
      throw new MongoFailure(18536, `Invalid format character '%${letter}' in format string`);
    return PARTS[letter]!(wall, date, zone);
  });
}
