import { describe, expect, it } from 'vitest';
import { rowsOf, searchRows, unreadTotalOf, withLastMessage, withOwnMark } from './inbox.js';
import { ANA, buildInbox, buildMessage, buildOwn, buildRow, DR_LEE, DR_NOOR } from '../../../test/messages.js';

const fromNoor = (seq: number) => buildMessage(seq, { senderId: DR_NOOR });
const people = (inbox: ReturnType<typeof buildInbox>) => rowsOf(inbox).map(({ peer }) => peer._id);

describe('the list of conversations', () => {
  it('moves the one with the newest message to the top, from any page', () => {
    const inbox = buildInbox([buildRow(DR_LEE)], [buildRow(DR_NOOR)]);
    const { inbox: next, complete } = withLastMessage(inbox, fromNoor(2), ANA);
    expect(people(next)).toEqual([DR_NOOR, DR_LEE]);
    expect(rowsOf(next)[0]).toMatchObject({ unread: 1, lastMessage: { seq: 2 } });
    expect(complete).toBe(true);
  });

  it('CH-7: counts the other’s messages, never one’s own', () => {
    let inbox = buildInbox([buildRow(DR_LEE)]);
    for (const message of [buildMessage(2), buildOwn(3), buildMessage(4)]) {
      inbox = withLastMessage(inbox, message, ANA).inbox;
    }
    expect(unreadTotalOf(inbox)).toBe(2);
    expect(rowsOf(inbox)[0]?.unread).toBe(2);
  });

  it('counts a message once, however often it comes', () => {
    const once = withLastMessage(buildInbox([buildRow(DR_LEE)]), buildMessage(2), ANA).inbox;
    expect(withLastMessage(once, buildMessage(2), ANA).inbox).toBe(once);
  });

  it('does not count what was read on another device before it came here', () => {
    const row = buildRow(DR_LEE, { mine: { deliveredSeq: 2, readSeq: 2 } });
    expect(unreadTotalOf(withLastMessage(buildInbox([row]), buildMessage(2), ANA).inbox)).toBe(0);
  });

  it('asks the server when somebody new writes, or when messages are missing in between', () => {
    const inbox = buildInbox([buildRow(DR_LEE)]);
    expect(withLastMessage(inbox, fromNoor(1), ANA).complete).toBe(false);
    expect(withLastMessage(inbox, buildMessage(9), ANA).complete).toBe(false);
  });

  it('shows a conversation once that moved between two pages while they were loaded', () => {
    expect(people(buildInbox([buildRow(DR_LEE), buildRow(DR_NOOR)], [buildRow(DR_LEE)]))).toEqual([DR_LEE, DR_NOOR]);
  });

  it('CH-7: reading drops the count, here and in the total', () => {
    const inbox = buildInbox([
      buildRow(DR_LEE, { unread: 3, lastMessage: buildMessage(9) }),
      buildRow(DR_NOOR, { unread: 2, lastMessage: fromNoor(4) }),
    ]);
    const some = withOwnMark(inbox, DR_LEE, { kind: 'read', upTo: 7 }, 2);
    expect([rowsOf(some)[0]?.unread, unreadTotalOf(some)]).toEqual([2, 4]);
    const all = withOwnMark(some, DR_LEE, { kind: 'read', upTo: 9 }, null);
    expect([rowsOf(all)[0]?.unread, unreadTotalOf(all)]).toEqual([0, 2]);
    expect(unreadTotalOf(withOwnMark(all, DR_LEE, { kind: 'read', upTo: 5 }, 3))).toBe(2);
  });

  it('getting messages is not reading them', () => {
    const inbox = buildInbox([buildRow(DR_LEE, { unread: 1 })]);
    const next = withOwnMark(inbox, DR_LEE, { kind: 'delivered', upTo: 1 }, 0);
    expect(rowsOf(next)[0]).toMatchObject({ unread: 1, mine: { deliveredSeq: 1, readSeq: 0 } });
  });
});

describe('search', () => {
  const peer = { _id: DR_NOOR, name: 'Dr. José Hernández', avatar: '', role: 'doctor', online: false } as const;
  const rows = [
    buildRow(DR_LEE),
    buildRow(DR_NOOR, { peer, lastMessage: buildMessage(3, { text: 'La misma dosis' }) }),
  ];
  const found = (typed: string) => searchRows(rows, typed).map((row) => row.peer._id);

  it('finds by name without accents, and by the last line', () => {
    expect(found('jose')).toEqual([DR_NOOR]);
    expect(found('DOSIS hern')).toEqual([DR_NOOR]);
    expect(found('nobody')).toEqual([]);
    expect(found('  ')).toEqual([DR_LEE, DR_NOOR]);
  });
});
