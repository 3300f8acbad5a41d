import { describe, expect, it } from 'vitest';
import { countUnread, findGap, hasOlder, withConversation, withMark, withMessages, withPage } from './conversation.js';
import { ANA, buildConversation, buildMessage, buildOwn, DR_LEE } from '../../../test/messages.js';

const numbers = ({ messages }: { messages: readonly { seq: number }[] }) => messages.map(({ seq }) => seq);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => buildMessage(from + i));

describe('a conversation put together', () => {
  it('is in the server’s order, however the messages come', () => {
    const conversation = withMessages(buildConversation([buildMessage(4), buildMessage(2)]), [
      buildMessage(3),
      buildMessage(1),
    ]);
    expect(numbers(conversation)).toEqual([1, 2, 3, 4]);
  });

  it('has each message once, however often it comes', () => {
    const conversation = buildConversation(range(1, 3));
    const again = withMessages(withMessages(conversation, range(2, 3)), [buildMessage(3)]);
    expect(numbers(again)).toEqual([1, 2, 3]);
  });

  it('stays the same thing when nothing is new, so that nothing is drawn anew', () => {
    const conversation = buildConversation(range(1, 3));
    expect(withMessages(conversation, range(1, 3)).messages).toBe(conversation.messages);
  });

  it('CH-8: an older page goes before what came live meanwhile', () => {
    const live = withMessages(buildConversation(range(51, 100)), [buildMessage(101)]);
    const marks = { deliveredSeq: 0, readSeq: 0 };
    const page = withPage(live, range(1, 50).reverse(), {
      nextCursor: null,
      mine: marks,
      theirs: marks,
      lastSeq: 100,
    });
    expect(numbers(page)).toEqual(range(1, 101).map(({ seq }) => seq));
    expect(page.lastSeq).toBe(101);
    expect(hasOlder(live)).toBe(true);
    expect(hasOlder(page)).toBe(false);
  });
});

describe('CH-5: gaps', () => {
  it('knows no gap where everything is here', () => {
    expect(findGap(buildConversation(range(5, 9)))).toBeNull();
    expect(findGap(buildConversation([]))).toBeNull();
  });

  it('finds what is missing before a message that came live', () => {
    const conversation = withMessages(buildConversation(range(1, 3)), [buildMessage(34)]);
    expect(findGap(conversation)).toEqual({ after: 3, before: 34 });
  });

  it('finds what the server has after the last message that is here', () => {
    expect(findGap(buildConversation(range(1, 3), { lastSeq: 33 }))).toEqual({ after: 3, before: 34 });
  });

  it('finds the first of two holes', () => {
    const conversation = buildConversation([...range(1, 2), ...range(5, 6), ...range(9, 9)]);
    expect(findGap(conversation)).toEqual({ after: 2, before: 5 });
    expect(findGap(withMessages(conversation, range(3, 4)))).toEqual({ after: 6, before: 9 });
  });

  it('shows all 30 once, in order, when they come while others arrive', () => {
    const live = withMessages(buildConversation(range(1, 3)), [buildMessage(34), buildMessage(35)]);
    const filled = withConversation(buildConversation(range(1, 33)), live);
    expect(numbers(filled)).toEqual(range(1, 35).map(({ seq }) => seq));
    expect(findGap(filled)).toBeNull();
  });
});

describe('CH-4: receipts', () => {
  const conversation = buildConversation(range(1, 9));

  it('never go down, late or twice', () => {
    const read = withMark(conversation, 'theirs', { kind: 'read', upTo: 7 });
    const late = withMark(withMark(read, 'theirs', { kind: 'read', upTo: 5 }), 'theirs', {
      kind: 'delivered',
      upTo: 6,
    });
    expect(late.theirs).toEqual({ deliveredSeq: 7, readSeq: 7 });
  });

  it('say that what was read was delivered', () => {
    expect(withMark(conversation, 'theirs', { kind: 'read', upTo: 4 }).theirs).toEqual({ deliveredSeq: 4, readSeq: 4 });
    expect(withMark(conversation, 'theirs', { kind: 'delivered', upTo: 4 }).theirs.readSeq).toBe(0);
  });

  it('are not lowered by an answer that was under way', () => {
    const live = withMark(conversation, 'theirs', { kind: 'read', upTo: 9 });
    expect(withConversation(conversation, live).theirs.readSeq).toBe(9);
    expect(withConversation(live, conversation).theirs.readSeq).toBe(9);
  });
});

describe('CH-7: what is left unread', () => {
  const conversation = buildConversation([buildMessage(1), buildOwn(2), buildMessage(3), buildOwn(4), buildMessage(5)]);

  it('counts the other’s messages only', () => {
    expect(countUnread(conversation, DR_LEE, 1)).toBe(2);
    expect(countUnread(conversation, DR_LEE, 5)).toBe(0);
    expect(countUnread(conversation, ANA, 1)).toBe(2);
  });

  it('is not known where messages are missing', () => {
    expect(countUnread({ ...conversation, lastSeq: 9 }, DR_LEE, 3)).toBeNull();
    expect(countUnread(buildConversation(range(5, 9)), DR_LEE, 2)).toBeNull();
  });
});
