import { DEFAULT_RULES, WEEKDAYS } from '@health-connect/contract/availability';
import { makeNightSlots, makeSlots, type WorkingHours } from '../src/make-slots.js';
import type { Availability } from '../src/slots.js';

/** Changes all over the year and the globe: both hemispheres, half hours, at midnight, none at all. */
export const ZONES = [
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'America/Havana',
  'Europe/London',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Antarctica/Troll',
];

/** The year the property tests walk through. */
export const YEAR = { from: '2026-10-01', to: '2027-09-30' };

export const at = (iso: string) => Date.parse(iso);

/** A doctor who works the same hours every day, 09:00–12:00 in appointments of 30 minutes unless told otherwise. */
export function buildAvailability({
  hours,
  ...rest
}: Partial<Availability> & { hours?: WorkingHours } = {}): Availability {
  const daily = hours ?? { ranges: [{ startTime: '09:00', endTime: '12:00' }], visitMinutes: 30 };
  const slots = [...makeNightSlots(daily), ...makeSlots(daily)];
  return {
    schedule: WEEKDAYS.map((day) => ({ day, slots })),
    overrides: [],
    rules: DEFAULT_RULES,
    timeZone: 'UTC',
    now: at('2026-11-20T12:00:00Z'),
    busy: [],
    ...rest,
  };
}
