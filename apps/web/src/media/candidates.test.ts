import { beforeEach, describe, expect, test, vi } from 'vitest';
import { IncomingCandidates } from './incoming-candidates.js';
import { OutgoingCandidates } from './outgoing-candidates.js';

const found = (candidate: string, usernameFragment: string | null = 'first') =>
  ({ candidate, sdpMid: '0', sdpMLineIndex: null, usernameFragment }) as RTCIceCandidate;

describe('candidates of ours', () => {
  test('CALL-1: stay here until the call is accepted, then leave in order, and later ones at once', () => {
    const send = vi.fn();
    const outgoing = new OutgoingCandidates(true, send);
    outgoing.add(found('one'));
    outgoing.add(found('two'));
    expect(send).not.toHaveBeenCalled();

    outgoing.release();
    outgoing.add(found('three'));

    expect(send.mock.calls.map(([{ candidate }]) => candidate)).toEqual(['one', 'two', 'three']);
  });

  test('leave in the form of the contract: no nulls, no end marks', () => {
    const send = vi.fn();
    const outgoing = new OutgoingCandidates(false, send);
    outgoing.add(found('one', null));
    outgoing.add(found(''));
    outgoing.add(null);

    expect(send.mock.calls).toEqual([[{ candidate: 'one', sdpMid: '0' }]]);
  });
});

describe('CALL-10: candidates of the peer', () => {
  const fed: string[] = [];
  const connection = {
    addIceCandidate: async (candidate?: RTCIceCandidateInit | null) => void fed.push(candidate!.candidate!),
  };
  const description = (ufrag: string) => `v=0\r\na=ice-ufrag:${ufrag}\r\n`;
  const from = (usernameFragment: string, candidate: string) => ({ candidate, sdpMid: '0', usernameFragment });
  let incoming: IncomingCandidates;

  beforeEach(() => {
    fed.length = 0;
    incoming = new IncomingCandidates(connection);
  });

  test('that come before the description wait for it', async () => {
    await incoming.add(from('first', 'early'));
    expect(fed).toEqual([]);

    await incoming.describe(description('first'));
    expect(fed).toEqual(['early']);
  });

  test('that come again are used once', async () => {
    await incoming.describe(description('first'));
    await incoming.add(from('first', 'one'));
    await incoming.add(from('first', 'one'));

    expect(fed).toEqual(['one']);
  });

  test('of an older epoch are dropped, those of a coming one wait', async () => {
    await incoming.describe(description('first'));
    await incoming.add(from('second', 'ahead'));
    await incoming.describe(description('second'));
    await incoming.add(from('first', 'late'));

    expect(fed).toEqual(['ahead']);
  });

  test('that the browser refuses do not stop the others', async () => {
    const refusing = { addIceCandidate: vi.fn().mockRejectedValueOnce(new Error('bad')).mockResolvedValue(undefined) };
    const picky = new IncomingCandidates(refusing);
    await picky.add(from('first', 'broken'));
    await picky.add(from('first', 'fine'));
    await picky.describe(description('first'));

    expect(refusing.addIceCandidate).toHaveBeenCalledTimes(2);
  });
});
