import { Types } from 'mongoose';
import { expect, test } from 'vitest';
import type { DomainEvents } from './events.js';
import { isListening, listenersOf, listenTo, startListening, tell } from './events.js';

const event = { id: new Types.ObjectId(), callId: 'a call' } as DomainEvents['call.ended'];

test('everyone named hears of it, who listens first before the others, also after one that fails; that one is named', async () => {
  const heard: string[] = [];
  const error = new Error('the mail server is away');
  const stop = startListening([
    listenTo('call.ended', 'mail', () => Promise.reject(error)),
    listenTo('call.ended', 'screens', () => void heard.push('screens')),
    listenTo('call.ended', 'audit', ({ callId }) => void heard.push(`audit of ${callId}`), { isFirst: true }),
    listenTo('appointment.changed', 'others', () => void heard.push('others')),
  ]);
  const names = listenersOf('call.ended');
  expect(names).toEqual(['mail', 'screens', 'audit']);
  expect(await tell('call.ended', event, names)).toEqual([{ name: 'mail', error }]);
  expect(heard).toEqual(['audit of a call', 'screens']);

  expect(await tell('call.ended', event, ['audit', 'gone'])).toEqual([]);
  expect(heard).toHaveLength(3);
  stop();
  expect([isListening(), await tell('call.ended', event, names), heard.length]).toEqual([false, [], 3]);
});
