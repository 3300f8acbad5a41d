import type { Message } from '@health-connect/contract/messages';
import { formatClock, formatDateAt, formatDay, formatTime, type Moment, nearDay } from '../../lib/time.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Within it the name of a weekday means one day only. */
const RECENT_MS = 6 * 24 * HOUR_MS;

/** As short as a list has room for: `15:41`, `Yesterday`, `Mon`, `19 Nov`, `3 Feb 2024`. */
export function shortWhen(moment: Moment, timeZone: string, now: number): string {
  const near = nearDay(moment, timeZone, now);
  if (near === 'today') return formatTime(moment, timeZone);
  if (near === 'yesterday') return formatDay(moment, timeZone, now);
  if (now - new Date(moment).getTime() < RECENT_MS) return formatDateAt(moment, timeZone, 'weekday');
  const yearAt = (at: Moment) => formatDateAt(at, timeZone, 'year');
  return formatDateAt(moment, timeZone, yearAt(moment) === yearAt(now) ? 'dayAndMonth' : 'dayMonthYear');
}

/** `Online`, `Last seen 5 min ago`, `Last seen today 16:00`, `Last seen Thu 19 Nov, 16:00`; `Offline` if unknown. */
export function presenceLabel(online: boolean, lastSeenAt: string | null, timeZone: string, now: number): string {
  if (online) return 'Online';
  if (lastSeenAt === null) return 'Offline';
  const ago = now - Date.parse(lastSeenAt);
  if (ago < MINUTE_MS) return 'Last seen just now';
  if (ago < HOUR_MS) return `Last seen ${Math.floor(ago / MINUTE_MS)} min ago`;
  return `Last seen ${dayAndTime(lastSeenAt, timeZone, now)}`;
}

/** Within a sentence: `today 16:00`, `Thu 19 Nov, 16:00`. */
export function dayAndTime(moment: Moment, timeZone: string, now: number): string {
  const day = formatDay(moment, timeZone, now);
  const { time } = formatClock(moment, timeZone);
  return nearDay(moment, timeZone, now) ? `${day.toLowerCase()} ${time}` : `${day}, ${time}`;
}

/** The last line of a conversation: `You: Thank you`, `Photo`. */
export function lastLine(message: Message | null, me: string): string {
  if (message === null) return 'No messages yet';
  const line = message.text || 'Photo';
  return message.senderId === me ? `You: ${line}` : line;
}
