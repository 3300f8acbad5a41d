import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { conversationQuery } from './queries.js';
import type { Conversation } from './conversation.js';
import { type Inbox, unreadTotalOf } from './inbox.js';
import { keys } from './keys.js';
import { loadOlder } from './load-conversation.js';
import { markOwn, receiveMark, receiveMessage } from './live.js';
import {
  ANA,
  buildConversation,
  buildInbox,
  buildMessage,
  buildOwn,
  buildRow,
  DR_LEE,
} from '../../../test/messages.js';

let client: QueryClient;
let asked: string[];

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  asked = [];
});

const known = () => client.getQueryData<Conversation>(keys.conversation(DR_LEE));
const inbox = () => client.getQueryData<Inbox>(keys.inbox);
const numbers = () => known()?.messages.map(({ seq }) => seq);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const isStale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;

/** A server with this many messages, newest first, at most `most` in an answer. */
function serve(count: () => number, most = 100, meanwhile = () => {}) {
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address.replace('/api/message/', ''));
    const { searchParams } = new URL(address, 'http://here');
    const limit = Math.min(most, Number(searchParams.get('limit')));
    const [after, before] = [Number(searchParams.get('after') ?? 0), Number(searchParams.get('before') ?? Infinity)];
    const data = upTo(count())
      .filter((seq) => seq > after && seq < before)
      .reverse()
      .slice(0, limit)
      .map((seq) => buildMessage(seq));
    const marks = { deliveredSeq: 0, readSeq: 0 };
    const body = { success: true, data, meta: { nextCursor: null, mine: marks, theirs: marks, lastSeq: count() } };
    meanwhile();
    return Promise.resolve(Response.json(body));
  });
}

const load = () => client.fetchQuery({ ...conversationQuery(DR_LEE), staleTime: 0 });

describe('loading a conversation', () => {
  it('CH-8: begins with the latest 50, and pages back to the first', async () => {
    serve(() => 120);
    await load();
    expect(numbers()).toEqual(upTo(120).slice(70));
    await loadOlder(client, DR_LEE);
    await loadOlder(client, DR_LEE);
    expect(numbers()).toEqual(upTo(120));
    expect(asked).toEqual([`${DR_LEE}?limit=50`, `${DR_LEE}?before=71&limit=50`, `${DR_LEE}?before=21&limit=50`]);
  });

  it('CH-5: asks after the last one it has, and shows all 30 once, in order', async () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildMessage(1), buildMessage(2)]));
    serve(() => 32);
    await load();
    expect(asked).toEqual([`${DR_LEE}?after=2&limit=100`]);
    expect(numbers()).toEqual(upTo(32));
  });

  it('CH-5: goes on until a long gap is closed', async () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildMessage(1)]));
    serve(() => 30, 10);
    await load();
    expect(numbers()).toEqual(upTo(30));
  });

  it('CH-5: keeps what came live while it asked', async () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildMessage(1)]));
    serve(
      () => 5,
      100,
      () => receiveMessage(client, ANA, buildMessage(6)),
    );
    await load();
    expect(numbers()).toEqual(upTo(6));
  });

  it('begins at the first message that was not read, also where that is before the latest 50', async () => {
    client.setQueryData(keys.inbox, buildInbox([buildRow(DR_LEE, { unread: 70, lastMessage: buildMessage(200) })]));
    serve(() => 200);
    await load();
    expect(numbers()?.[0]).toBe(51);
    expect(asked).toHaveLength(2);
  });

  it('gives up on a gap that the server does not fill', async () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildMessage(1)], { lastSeq: 9 }));
    serve(() => 1);
    await load();
    expect(numbers()).toEqual([1]);
  });
});

describe('what the server tells live', () => {
  it('a message is in its conversation and on top of the list', () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildMessage(1)]));
    client.setQueryData(keys.inbox, buildInbox([buildRow(DR_LEE)]));
    receiveMessage(client, ANA, buildMessage(2));
    receiveMessage(client, ANA, buildMessage(2));
    expect(numbers()).toEqual([1, 2]);
    expect(unreadTotalOf(inbox()!)).toBe(1);
    expect(isStale(keys.inbox)).toBe(false);
  });

  it('CH-5: a message after a hole makes the conversation and the list ask', () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildMessage(1)]));
    client.setQueryData(keys.inbox, buildInbox([buildRow(DR_LEE)]));
    receiveMessage(client, ANA, buildMessage(9));
    expect(isStale(keys.conversation(DR_LEE))).toBe(true);
    expect(isStale(keys.inbox)).toBe(true);
  });

  it('a conversation that was never opened stays unloaded', () => {
    receiveMessage(client, ANA, buildMessage(1));
    expect(known()).toBeUndefined();
  });

  it('CH-4: receipts of the other one raise how far mine got, and never lower it', () => {
    client.setQueryData(keys.conversation(DR_LEE), buildConversation([buildOwn(1), buildOwn(2)]));
    receiveMark(client, ANA, 'read', { by: DR_LEE, of: ANA, upTo: 2 });
    receiveMark(client, ANA, 'delivered', { by: DR_LEE, of: ANA, upTo: 1 });
    expect(known()?.theirs).toEqual({ deliveredSeq: 2, readSeq: 2 });
  });

  it('CH-7: reading on another device drops the count here', () => {
    const messages = [buildMessage(1), buildMessage(2), buildMessage(3)];
    client.setQueryData(keys.conversation(DR_LEE), buildConversation(messages));
    client.setQueryData(keys.inbox, buildInbox([buildRow(DR_LEE, { lastMessage: messages[2]!, unread: 3 })]));
    receiveMark(client, ANA, 'read', { by: ANA, of: DR_LEE, upTo: 2 });
    expect(unreadTotalOf(inbox()!)).toBe(1);
    receiveMark(client, ANA, 'read', { by: ANA, of: DR_LEE, upTo: 3 });
    expect(unreadTotalOf(inbox()!)).toBe(0);
  });

  it('CH-7: asks the server for the count where this device cannot know it', () => {
    client.setQueryData(keys.inbox, buildInbox([buildRow(DR_LEE, { lastMessage: buildMessage(9), unread: 5 })]));
    markOwn(client, DR_LEE, { kind: 'read', upTo: 7 });
    expect(isStale(keys.inbox)).toBe(true);
  });
});
