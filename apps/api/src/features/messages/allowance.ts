import { LRUCache } from 'lru-cache';
import { env } from '../../env.js';
import { refused } from '../../http/errors.js';
import { takeMessages, today, untilTomorrow } from '../usage/service.js';
import { inTurn } from './in-turn.js';

interface Allowance {
  day: string;
  left: number;
}

/** A message alone would cost a write each; taken in blocks, counting is a fraction of the work of storing. */
const BLOCK = 25;
const REMEMBERED = 20_000;

/** What this process has taken of each person's day and not used yet. */
const allowances = new LRUCache<string, Allowance>({ max: REMEMBERED });

/**
 * Runs what stores a message of theirs, if they may send one more today; what was stored before, or not at all, does
 * not count. @throws AppError `rate_limited` until tomorrow.
 */
export async function withinAllowance<T extends { isNew: boolean }>(
  personId: string,
  store: () => Promise<T>,
): Promise<T> {
  const taken = take(personId) ?? (await inTurn(`allowance ${personId}`, () => refill(personId)));
  let counts = false;
  try {
    const stored = await store();
    counts = stored.isNew;
    return stored;
  } finally {
    if (!counts) taken.left += 1;
  }
}

function take(personId: string): Allowance | null {
  const allowance = allowances.get(personId);
  if (!allowance || allowance.day !== today() || allowance.left < 1) return null;
  allowance.left -= 1;
  return allowance;
}

async function refill(personId: string): Promise<Allowance> {
  // Whoever was before in turn may have brought enough for both.
  const brought = take(personId);
  if (brought) return brought;
  const day = today();
  const granted = await takeMessages(personId, day, BLOCK);
  if (granted === 0) {
    const { seconds, retryAfterSeconds } = untilTomorrow();
    throw refused('messages_of_today', { params: { count: env.messagesPerDay, seconds }, retryAfterSeconds });
  }
  const allowance = { day, left: granted - 1 };
  allowances.set(personId, allowance);
  return allowance;
}
