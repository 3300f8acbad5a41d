import type { Message } from '@health-connect/contract/messages';
import { describe, expect, it } from 'vitest';
import { bubblesOf } from './bubbles.js';
import { type News, rowsFrom } from './rows.js';
import { buildConversation, buildMessage, buildOwn, DR_LEE } from '../../../../test/messages.js';

const NOTHING_NEW = { after: 99, upTo: 99 };
const at = (time: string) => ({ createdAt: `2026-11-${time}Z` });

const rowsWith = (messages: Message[], news: News = NOTHING_NEW, timeZone = 'Pacific/Auckland') =>
  rowsFrom(bubblesOf(buildConversation(messages), [], DR_LEE), {
    timeZone,
    now: Date.parse('2026-11-20T12:00:00Z'),
    news,
  }).map((row) => (row.kind === 'run' ? `${row.time} ${row.bubbles.map(({ seq }) => seq).join(' ')}` : row.label));

describe('rows of a conversation', () => {
  it('puts together what one person wrote within a minute', () => {
    const rows = rowsWith([
      buildMessage(1, at('19T20:12:01')),
      buildMessage(2, at('19T20:12:59')),
      buildOwn(3, at('19T20:12:59')),
      buildOwn(4, at('19T20:13:00')),
    ]);
    expect(rows).toEqual(['Yesterday', '09:12 1 2', '09:12 3', '09:13 4']);
  });

  it('starts a new day at the reader’s midnight', () => {
    const messages = [buildMessage(1, at('20T10:59:00')), buildMessage(2, at('20T11:01:00'))];
    expect(rowsWith(messages)).toEqual(['Yesterday', '23:59 1', 'Today', '00:01 2']);
    expect(rowsWith(messages, NOTHING_NEW, 'UTC')).toEqual(['Today', '10:59 1', '11:01 2']);
  });

  it('draws the unread line before the first new message of the other one', () => {
    const messages = [buildMessage(1), buildOwn(2), buildMessage(3), buildMessage(4)];
    const rows = rowsWith(messages, { after: 1, upTo: 4 }, 'UTC');
    expect(rows).toEqual(['Today', '16:01 1', '16:02 2', '2 new', '16:03 3', '16:04 4']);
  });

  it('draws no line for what comes while the reader looks, or for their own messages', () => {
    const messages = [buildMessage(1), buildOwn(2), buildMessage(3)];
    expect(rowsWith(messages, { after: 1, upTo: 2 }, 'UTC')).not.toContain('1 new');
    expect(rowsWith([buildOwn(1)], { after: 0, upTo: 9 }, 'UTC')).toEqual(['Today', '16:01 1']);
  });

  it('breaks a run at the line', () => {
    const messages = [buildMessage(1, at('20T09:00:01')), buildMessage(2, at('20T09:00:02'))];
    expect(rowsWith(messages, { after: 1, upTo: 2 }, 'UTC')).toEqual(['Today', '09:00 1', '1 new', '09:00 2']);
  });

  it('says that there may be more new ones than are here', () => {
    expect(rowsWith([buildMessage(40), buildMessage(41)], { after: 10, upTo: 41 }, 'UTC')).toContain('2+ new');
  });
});
