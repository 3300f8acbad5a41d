import type { Message } from '@health-connect/contract/messages';
import { plural, t } from '@lingui/core/macro';
import { formatClock, formatDateAt, formatDay, formatTime, formatWhen, type Moment, nearDay } from '../../lib/time.js';

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
  if (online) return t`Online`;
  if (lastSeenAt === null) return t`Offline`;
  const ago = now - Date.parse(lastSeenAt);
  const minutes = Math.floor(ago / MINUTE_MS);
  if (ago < MINUTE_MS) return t`Last seen just now`;
  if (ago < HOUR_MS) return plural(minutes, { other: 'Last seen # min ago' });
  const { time } = formatClock(lastSeenAt, timeZone);
  switch (nearDay(lastSeenAt, timeZone, now)) {
    case 'today':
      return t`Last seen today ${time}`;
    case 'yesterday':
      return t`Last seen yesterday ${time}`;
    default: {
      const when = formatWhen(lastSeenAt, timeZone, now);
      return t`Last seen ${when}`;
    }
  }
}

/** The next visit, after who it is and whether they are there: `visit today 16:00`, `visit Thu 19 Nov, 16:00`. */
export function appointmentLabel(moment: Moment, timeZone: string, now: number): string {
  const { time } = formatClock(moment, timeZone);
  switch (nearDay(moment, timeZone, now)) {
    case 'today':
      return t`visit today ${time}`;
    case 'tomorrow':
      return t`visit tomorrow ${time}`;
    case 'yesterday':
      return t`visit yesterday ${time}`;
    case null: {
      const when = formatWhen(moment, timeZone, now);
      return t`visit ${when}`;
    }
  }
}

/** The last line of a conversation: `You: Thank you`, `Photo`. */
export function lastLine(message: Message | null, me: string): string {
  if (message === null) return t`No messages yet`;
  const line = message.text || t`Photo`;
  return message.senderId === me ? t`You: ${line}` : line;
}
