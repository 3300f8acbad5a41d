const LOOSE = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/;

/** What people type for a time, as `HH:mm`: 9, 930, 9.30, 09:30, 24. Null for anything else. */
export function readClockTime(typed: string): string | null {
  const [, hours, minutes = '00'] = LOOSE.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  // Midnight at the end of a day is written 00:00, as the schedule stores it.
  if (Number(hours) === 24 && minutes === '00') return '00:00';
  return Number(hours) > 23 ? null : `${hours.padStart(2, '0')}:${minutes}`;
}
