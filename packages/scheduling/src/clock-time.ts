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

/** As `minutesOf`, for the end of something: `'00:00'` means midnight at the end of the day, so evening hours can reach it. */
export function endMinutesOf(time: string): number {
  return minutesOf(time) || MINUTES_IN_DAY;
}

/** 570 -> `'09:30'`; 1440 -> `'00:00'`. */
export function clockTimeOf(minutes: number): string {
  const inDay = minutes % MINUTES_IN_DAY;
  return `${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
