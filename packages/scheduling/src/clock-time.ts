/** Minutes in a day, which is also what midnight at its end counts as. */
export const MINUTES_IN_DAY = 1440;

const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether the text is a time of day, `HH:mm` from 00:00 to 23:59. */
export function isClockTime(text: string): boolean {
  return CLOCK_TIME.test(text);
}

/** `'09:30'` -> 570, minutes since midnight. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether the text can end something: a time of day, or `24:00`, midnight at the end of the day. */
export function isEndTime(text: string): boolean {
  return text === '24:00' || isClockTime(text);
}

/**
 * When something ends that began at `start` (minutes), in minutes since the midnight before it began. An end that is not
 * after the start lies on the next day: from 22:00 to `'02:00'` is 1560, to `'00:00'` and `'24:00'` both 1440.
 */
export function endMinutesOf(time: string, start = 0): number {
  const end = minutesOf(time);
  return end > start ? end : end + MINUTES_IN_DAY;
}

/** 570 -> `'09:30'`; from midnight on the next day's: 1440 -> `'00:00'`. */
export function clockTimeOf(minutes: number): string {
  const inDay = minutes % MINUTES_IN_DAY;
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
