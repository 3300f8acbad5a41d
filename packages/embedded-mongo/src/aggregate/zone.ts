import { MongoFailure } from '../errors.js';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  try {
    const parts = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    const created = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', era: 'short', ...parts });
    formatters.set(zone, created);
    return created;
  } catch {
    throw new MongoFailure(40485, `unrecognized time zone identifier: "${zone}"`);
  }
}

/** Minutes, or with seconds as a fraction, that a zone's clocks are ahead of UTC at an instant; takes names and `+hh:mm`. */
function offset(time: number, zone: string): number {
  const fixed = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = new Date(0);
  local.setUTCFullYear(year, Number(parts['month']) - 1, Number(parts['day']));
  local.setUTCHours(Number(parts['hour']), Number(parts['minute']), Number(parts['second']));
  return local.getTime() - Math.floor(time / 1000) * 1000;
}

/** The wall clock of a zone at an instant, held in the UTC fields of a date. */
export function toWall(date: Date, zone: string): Date {
  return new Date(date.getTime() + offset(date.getTime(), zone));
}

/** The instant at which a zone's wall clock shows this time; a skipped time is moved by the length of the gap. */
export function fromWall(wall: Date, zone: string): Date {
  const guess = wall.getTime() - offset(wall.getTime(), zone);
  const corrected = wall.getTime() - offset(guess, zone);
  return new Date(offset(corrected, zone) === offset(guess, zone) ? corrected : Math.max(guess, corrected));
}

/** The offset as `+hhmm`, as `%z` prints it. */
export function offsetText(date: Date, zone: string): string {
  const minutes = Math.round(offset(date.getTime(), zone) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;
}

/** The offset in minutes, as `%Z` prints it. */
export const offsetMinutes = (date: Date, zone: string): string => {
  const minutes = Math.round(offset(date.getTime(), zone) / 60_000);
  return `${minutes < 0 ? '-' : '+'}${String(Math.abs(minutes)).padStart(3, '0')}`;
};
