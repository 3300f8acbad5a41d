const LOOSE = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?$/i;

/** What people type for a time, as `HH:mm`: 9, 930, 9.30, 09:30, 24, 9 pm. Null for anything else. */
export function readClockTime(typed: string): string | null {
  const [, digits, minutes = '00', half] = LOOSE.exec(typed.trim()) ?? [];
  if (digits === undefined || Number(minutes) > 59) return null;
  const hours = half ? toDayHours(Number(digits), half) : Number(digits);
  // Midnight at the end of a day is written 00:00, as the schedule stores it.
  if (hours === 24 && minutes === '00') return '00:00';
  return hours > 23 ? null : `${String(hours).padStart(2, '0')}:${minutes}`;
}

/** 12 AM is midnight, 12 PM noon; there is no 13 PM. */
function toDayHours(hours: number, half: string): number {
  if (hours < 1 || hours > 12) return Infinity;
  return (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
