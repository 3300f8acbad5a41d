import { describe, expect, it } from 'vitest';
import { bubblesOf, lastOfMine } from './bubbles.js';
import { buildConversation, buildEntry, buildMessage, buildOwn, DR_LEE, DR_NOOR } from '../../../../test/messages.js';

const statuses = (...args: Parameters<typeof bubblesOf>) => bubblesOf(...args).map(({ receipt }) => receipt?.status);

describe('bubbles', () => {
  it('CH-3: say of mine whether they are sent, delivered or read, and nothing of the other’s', () => {
    const conversation = buildConversation([buildOwn(1), buildMessage(2), buildOwn(3), buildOwn(4)], {
      theirs: { deliveredSeq: 3, readSeq: 1 },
    });
    expect(statuses(conversation, [], DR_LEE)).toEqual(['read', undefined, 'delivered', 'sent']);
  });

  it('CH-6: a message that the server has is not shown a second time as on its way', () => {
    const conversation = buildConversation([buildOwn(1, { clientId: 'waiting-1' })]);
    expect(statuses(conversation, [buildEntry()], DR_LEE)).toEqual(['sent']);
  });

  it('keep their key when the server has them', () => {
    const before = bubblesOf(buildConversation([]), [buildEntry()], DR_LEE);
    const after = bubblesOf(buildConversation([buildOwn(1, { clientId: 'waiting-1' })]), [], DR_LEE);
    expect(after[0]?.key).toBe(before[0]?.key);
  });

  it('show what is on its way last, and only to this person', () => {
    const outbox = [buildEntry(), buildEntry({ clientId: 'waiting-2', to: DR_NOOR })];
    const bubbles = bubblesOf(buildConversation([buildMessage(1)]), outbox, DR_LEE);
    expect(bubbles.map(({ text }) => text)).toEqual(['text 1', 'on its way']);
  });

  it('say how far the last of mine got; a failed one says so itself', () => {
    const failed = { status: 'failed', reason: 'No connection.', passing: true } as const;
    const conversation = buildConversation([buildOwn(1), buildOwn(2), buildMessage(3)]);
    const bubbles = bubblesOf(conversation, [buildEntry({ state: failed })], DR_LEE);
    expect(lastOfMine(bubbles)).toBe('client-2');
    expect(lastOfMine(bubblesOf(buildConversation([buildMessage(1)]), [], DR_LEE))).toBeNull();
  });

  it('show a picture with its size, so that nothing jumps', () => {
    const message = buildMessage(1, { type: 'image', image: '/api/uploads/1', imageWidth: 40, imageHeight: 30 });
    const [bubble] = bubblesOf(buildConversation([message]), [], DR_LEE);
    expect(bubble?.picture).toEqual({ src: '/api/uploads/1', width: 40, height: 30 });
  });
});
