import { relayCandidate, signalCall } from '@health-connect/contract/calls';
import { signalPeer } from '@health-connect/contract/consults';
import type { Fields } from '@health-connect/contract/fields';
import { receipt, socketMessage, typingTo } from '@health-connect/contract/messages';
import { watchPresence } from '@health-connect/contract/presence';
import { describe, expect, test } from 'vitest';
import { reader } from '../http/validate.js';
import { quickCheck } from './quick-check.js';

const id = 'a'.repeat(24);
const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0', sdpMLineIndex: 0 };
const description = { type: 'offer', sdp: 'v=0' };
const message = { to: id, type: 'text', text: 'Hello', clientId: 'client-1' };

const plain: [string, Fields, object][] = [
  ['ice-candidate', relayCandidate.payload, { to: id, callId: id, candidate }],
  ['call-signal', signalCall.payload, { callId: id, description }],
  ['signal', signalPeer.payload, { to: 'peer', candidate }],
  ['message-send', socketMessage, message],
  ['message-read', receipt, { from: id, upTo: 7 }],
  ['typing-start', typingTo, { to: id }],
];

/** Values that a client, or somebody who plays one, could send in place of the right one. */
const STRANGE = [
  undefined,
  null,
  '',
  ' ',
  ' x ',
  'x'.repeat(5000),
  '\u0000',
  '🩺',
  'a\ufe0f',
  '1',
  '-1',
  '1.5',
  0,
  -1,
  1.5,
  1e21,
  NaN,
  true,
  [],
  ['a'],
  [id],
  {},
  { $gt: '' },
  { type: 'offer' },
  { candidate: 1 },
  JSON.parse('{"__proto__": {"to": "x"}}'),
  id,
  id.toUpperCase(),
];

const readInFull = (fields: Fields, payload: unknown) =>
  reader(
    'body',
    fields,
  )({ body: payload }).then(
    (value) => ({ value }),
    () => null,
  );

describe('the quick check', () => {
  test.each(plain)('takes a plain %s', (_, fields, payload) => {
    expect(quickCheck(fields)(payload)).toEqual(payload);
  });

  test.each(plain)('never takes a %s that the full reader refuses or changes', async (_, fields, payload) => {
    const quick = quickCheck(fields);
    for (const strange of [...STRANGE, ...variants(payload)]) {
      const taken = quick(strange);
      if (taken !== null) expect(await readInFull(fields, strange)).toEqual({ value: taken });
    }
  });

  test('leaves fields whose rules it does not know to the full reader', () => {
    expect(quickCheck(watchPresence.payload)({ userIds: [id] })).toBeNull();
  });
});

/** Every field, at every depth, replaced by every strange value, left out, or joined by another. */
function variants(payload: object): object[] {
  const entries = Object.entries(payload);
  return [
    { ...payload, more: 1 },
    ...entries.flatMap(([name, value]) => [
      Object.fromEntries(entries.filter(([other]) => other !== name)),
      ...STRANGE.map((strange) => ({ ...payload, [name]: strange })),
      ...(typeof value === 'object' ? variants(value).map((inner) => ({ ...payload, [name]: inner })) : []),
    ]),
  ];
}
