import { plural } from '@lingui/core/macro';
import type { Bubble } from './bubbles.js';
import { formatDay, formatTime } from '../../../lib/time.js';

/** What stands below each other in a conversation. */
export type Row =
  | { kind: 'day'; key: string; label: string }
  | { kind: 'unread'; key: string; label: string }
  /** What one person wrote within a minute. */
  | { kind: 'run'; key: string; isMine: boolean; bubbles: Bubble[]; at: string; time: string };

interface Reading {
  timeZone: string;
  /** Epoch ms: days near it are named. */
  now: number;
  /** Which numbers came while the reader was away. */
  news: News;
}

/** Numbers above `after`, up to `upTo`. */
export interface News {
  after: number;
  upTo: number;
}

/** Days, the unread line, and runs of bubbles. */
export function rowsFrom(bubbles: readonly Bubble[], { timeZone, now, news }: Reading): Row[] {
  const isNew = ({ isMine, seq }: Bubble) => !isMine && seq !== null && seq > news.after && seq <= news.upTo;
  const firstNew = bubbles.find(isNew);
  const rows: Row[] = [];
  let day = '';

  for (const bubble of bubbles) {
    const label = formatDay(bubble.at, timeZone, now);
    const time = formatTime(bubble.at, timeZone);
    if (label !== day) rows.push({ kind: 'day', key: `day ${bubble.key}`, label });
    day = label;
    if (bubble === firstNew) {
      const isPart = (bubbles[0]?.seq ?? 0) > news.after + 1;
      rows.push({ kind: 'unread', key: 'unread', label: newLabel(bubbles.filter(isNew).length, isPart) });
    }
    const last = rows.at(-1);
    if (last?.kind === 'run' && last.isMine === bubble.isMine && last.time === time) last.bubbles.push(bubble);
    else rows.push({ kind: 'run', key: bubble.key, isMine: bubble.isMine, bubbles: [bubble], at: bubble.at, time });
  }
  return rows;
}

/** `isPart`: there may be more of them than are here. */
const newLabel = (count: number, isPart: boolean) =>
  isPart ? plural(count, { other: '#+ new' }) : plural(count, { other: '# new' });
