import type { Message } from '@health-connect/contract/messages';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, networkError } from '../../../lib/api-error.js';
import { type Attempt, Outbox } from './outbox.js';
import type { OutboxEntry } from './outbox-entry.js';
import { createOutboxStore } from './outbox-store.js';
import { ANA, buildOwn, DR_LEE, DR_NOOR } from '../../../../test/messages.js';

interface Call {
  entry: OutboxEntry;
  attempt: Attempt;
  answer: () => Promise<void>;
  refuse: (error: unknown) => Promise<void>;
}

function openOutbox() {
  const calls: Call[] = [];
  const sent: Message[] = [];
  const outbox = new Outbox({ store: createOutboxStore(ANA, localStorage), onSent: (message) => sent.push(message) });
  const send = (entry: OutboxEntry, attempt: Attempt) =>
    new Promise<Message>((resolve, reject) => {
      const settled = async () => void (await vi.advanceTimersByTimeAsync(0));
      calls.push({
        entry,
        attempt,
        answer: () => {
          resolve(buildOwn(calls.length, { clientId: entry.clientId, text: entry.text }));
          return settled();
        },
        refuse: (error) => {
          reject(error);
          return settled();
        },
      });
    });
  outbox.sendThrough(send);
  return { outbox, calls, sent, send };
}

const write = (outbox: Outbox, text: string, to = DR_LEE) => outbox.add(to, { text, image: null });
const texts = (calls: Call[]) => calls.map(({ entry }) => entry.text);
const statuses = (outbox: Outbox) => outbox.get().map(({ state }) => state.status);
const picture = () => ({ file: new File(['x'], 'arm.png', { type: 'image/png' }), src: 'blob:arm' });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the outbox', () => {
  it('shows a message at once, and lets go of it when the server has it', async () => {
    const { outbox, calls, sent } = openOutbox();
    write(outbox, 'hello');
    expect(statuses(outbox)).toEqual(['sending']);
    await calls[0]?.answer();
    expect(outbox.get()).toEqual([]);
    expect(sent.map(({ text }) => text)).toEqual(['hello']);
  });

  it('sends to one person in the order of writing, and to others meanwhile', async () => {
    const { outbox, calls } = openOutbox();
    write(outbox, 'one');
    write(outbox, 'two');
    write(outbox, 'to another', DR_NOOR);
    expect(texts(calls)).toEqual(['one', 'to another']);
    await calls[0]?.answer();
    expect(texts(calls)).toEqual(['one', 'to another', 'two']);
  });

  it('CH-6: after a reload sends what was not acknowledged, with the same clientId', () => {
    const before = openOutbox();
    write(before.outbox, 'lost ack');
    const after = openOutbox();
    expect(after.calls[0]?.entry).toMatchObject({ text: 'lost ack', to: DR_LEE });
    expect(after.calls[0]?.entry.clientId).toBe(before.calls[0]?.entry.clientId);
  });

  it('CH-6: has nothing to send after a reload once the server has it', async () => {
    const before = openOutbox();
    write(before.outbox, 'hello');
    await before.calls[0]?.answer();
    expect(openOutbox().calls).toEqual([]);
  });

  it('keeps what two tabs write apart', async () => {
    const one = openOutbox();
    const other = openOutbox();
    write(one.outbox, 'from one');
    write(other.outbox, 'from the other');
    await one.calls[0]?.answer();
    expect(texts(openOutbox().calls)).toEqual(['from the other']);
  });

  it('says why a message failed, and tries again when asked', async () => {
    const { outbox, calls } = openOutbox();
    write(outbox, 'hello');
    await calls[0]?.refuse(new ApiError({ code: 'validation_failed' }));
    expect(outbox.get()[0]?.state).toEqual({
      status: 'failed',
      reason: 'Please check the highlighted fields.',
      passing: false,
    });
    outbox.retry(calls[0]?.entry.clientId ?? '');
    expect(calls[1]?.entry.clientId).toBe(calls[0]?.entry.clientId);
    await calls[1]?.answer();
    expect(outbox.get()).toEqual([]);
  });

  it('goes on with the next after a refusal', async () => {
    const { outbox, calls } = openOutbox();
    write(outbox, 'refused');
    write(outbox, 'fine');
    await calls[0]?.refuse(new ApiError({ code: 'not_found' }));
    expect(texts(calls)).toEqual(['refused', 'fine']);
    await calls[1]?.answer();
    expect(statuses(outbox)).toEqual(['failed']);
  });

  it('keeps the order across a lost connection, and sends by itself when it is back', async () => {
    const { outbox, calls, send } = openOutbox();
    write(outbox, 'one');
    write(outbox, 'two');
    await calls[0]?.refuse(networkError());
    expect(statuses(outbox)).toEqual(['failed', 'failed']);
    expect(texts(calls)).toEqual(['one']);

    outbox.sendThrough(send);
    await calls[1]?.answer();
    await calls[2]?.answer();
    expect(texts(calls)).toEqual(['one', 'one', 'two']);
    expect(outbox.get()).toEqual([]);
  });

  it('a new message does not overtake one that waits', async () => {
    const { outbox, calls } = openOutbox();
    write(outbox, 'one');
    await calls[0]?.refuse(networkError());
    write(outbox, 'two');
    expect(texts(calls)).toEqual(['one', 'one']);
    expect(statuses(outbox)).toEqual(['sending', 'sending']);
  });

  it.each(['unavailable', 'storage_full'] as const)('tries again by itself while the server is %s', async (code) => {
    const { outbox, calls } = openOutbox();
    write(outbox, 'hello');
    await calls[0]?.refuse(new ApiError({ code, status: 503 }));
    expect(calls).toHaveLength(1);
    await vi.runOnlyPendingTimersAsync();
    expect(calls).toHaveLength(2);
    await calls[1]?.answer();
    expect(outbox.get()).toEqual([]);
  });

  it('tells how much of a picture has left', () => {
    const { outbox, calls } = openOutbox();
    outbox.add(DR_LEE, { text: '', image: picture() });
    calls[0]?.attempt.onProgress(0.4);
    expect(outbox.get()[0]?.state).toEqual({ status: 'sending', progress: 0.4 });
  });

  it('keeps pictures out of the store', () => {
    openOutbox().outbox.add(DR_LEE, { text: 'my arm', image: picture() });
    expect(localStorage).toHaveLength(0);
  });

  it('taking a message back stops its upload and sends the next', async () => {
    const { outbox, calls } = openOutbox();
    outbox.add(DR_LEE, { text: '', image: picture() });
    write(outbox, 'instead');
    outbox.remove(calls[0]?.entry.clientId ?? '');
    expect(calls[0]?.attempt.signal.aborted).toBe(true);
    await calls[0]?.refuse(new Error('aborted'));
    expect(texts(calls)).toEqual(['', 'instead']);
    expect(statuses(outbox)).toEqual(['sending']);
  });

  it('after the end of the session sends nothing more, and keeps it for the next', async () => {
    const { outbox, calls } = openOutbox();
    write(outbox, 'one');
    write(outbox, 'two');
    outbox.stop();
    await calls[0]?.refuse(new Error('aborted'));
    await vi.runOnlyPendingTimersAsync();
    expect(texts(calls)).toEqual(['one']);
    expect(openOutbox().outbox.get()).toHaveLength(2);
  });
});

describe('the store of the outbox', () => {
  it('is apart for each account, and forgives what it cannot read', () => {
    write(openOutbox().outbox, 'of Ana');
    localStorage.setItem(`private:outbox:${DR_NOOR}:broken`, '{"clientId":');
    localStorage.setItem(`private:outbox:${DR_NOOR}:odd`, '{"clientId":7}');
    expect(createOutboxStore(DR_NOOR, localStorage).load()).toEqual([]);
    expect(createOutboxStore(ANA, localStorage).load()).toHaveLength(1);
  });
});
