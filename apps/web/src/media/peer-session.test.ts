import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createPeerSession, type PeerSession, type PeerSessionOptions } from './peer-session.js';
import { RESTART_AFTER_MS } from './recovery.js';
import type { Signal } from './sdp.js';
import { type LocalTracks, NO_TRACKS } from './sources.js';
import { createFakeClock, settled } from './testing/fake-clock.js';
import { FakeStream, fakeTrack } from './testing/fake-media.js';
import { FakePeerConnection } from './testing/fake-peer-connection.js';

interface Side {
  session: PeerSession;
  connection: FakePeerConnection;
  sent: Signal[];
}

let clock = createFakeClock();

beforeEach(() => {
  clock = createFakeClock();
  vi.stubGlobal('RTCPeerConnection', FakePeerConnection);
  vi.stubGlobal('MediaStream', FakeStream);
});

function side(options: Partial<PeerSessionOptions> = {}): Side {
  const sent: Signal[] = [];
  const session = createPeerSession({
    iceServers: [],
    polite: false,
    clock,
    send: (signal) => sent.push(signal),
    ...options,
  });
  return { session, connection: FakePeerConnection.all.at(-1)!, sent };
}

const speaking = (): LocalTracks => ({ ...NO_TRACKS, microphone: { track: fakeTrack('audio'), on: true } });

const sending = ({ connection }: Side) =>
  connection.getTransceivers().map(({ sender }) => (sender.track as MediaStreamTrack | null)?.kind ?? null);

/** Carries what both sides sent until neither has anything more to say. */
async function exchange(a: Side, b: Side) {
  await settled();
  while (a.sent.length + b.sent.length > 0) {
    const toB = a.sent.splice(0);
    const toA = b.sent.splice(0);
    await Promise.all([
      ...toB.map((signal) => b.session.receive(signal)),
      ...toA.map((signal) => a.session.receive(signal)),
    ]);
    await settled();
  }
}

async function ring() {
  const caller = side({ holdCandidates: true });
  const callee = side({ polite: true, holdCandidates: true });
  const offer = await caller.session.createOffer();
  return { caller, callee, offer };
}

async function connected() {
  const a = side();
  const b = side({ polite: true });
  await a.session.start();
  await exchange(a, b);
  a.connection.becomes('connected');
  b.connection.becomes('connected');
  return { a, b };
}

describe('a call that rings', () => {
  test('CALL-1: no address of either side leaves before the accept', async () => {
    const { caller, callee, offer } = await ring();
    caller.connection.finds('192.168.1.20');
    expect(offer.sdp).not.toMatch(/192\.168|candidate/);
    expect(caller.sent).toEqual([]);

    const answer = await callee.session.acceptOffer(offer);
    callee.connection.finds('10.0.0.5');
    expect(answer.sdp).not.toMatch(/192\.168|candidate/);
    expect(callee.sent).toEqual([]);

    await caller.session.acceptAnswer(answer);
    callee.session.releaseCandidates();
    expect(caller.sent[0]?.candidate?.candidate).toContain('192.168.1.20');
    expect(callee.sent[0]?.candidate?.candidate).toContain('10.0.0.5');
  });

  test('CALL-10: candidates that come before the answer find their way', async () => {
    const { caller, callee, offer } = await ring();
    const answer = await callee.session.acceptOffer(offer);
    callee.session.releaseCandidates();
    callee.connection.finds('10.0.0.5');
    await caller.session.receive(callee.sent[0]!);
    expect(caller.connection.candidates).toEqual([]);

    await caller.session.acceptAnswer(answer);
    expect(caller.connection.candidates).toHaveLength(1);
  });

  test('an answer that comes twice, or that nobody asked for, changes nothing', async () => {
    const { caller, callee, offer } = await ring();
    const answer = await callee.session.acceptOffer(offer);
    await caller.session.acceptAnswer(answer);
    await caller.session.acceptAnswer(answer);
    await callee.session.acceptAnswer(answer);

    expect(caller.connection.signalingState).toBe('stable');
    expect(callee.connection.signalingState).toBe('stable');
  });

  test('an offer that the browser refuses is told to whoever accepted it', async () => {
    await expect(side().session.acceptOffer({ type: 'offer', sdp: 'nonsense' })).rejects.toThrow();
  });
});

describe('tracks', () => {
  test('CALL-17: may come before the negotiation, after it, and change without a new one', async () => {
    const { caller, callee, offer } = await ring();
    caller.session.publish(speaking());
    await caller.session.acceptAnswer(await callee.session.acceptOffer(offer));
    callee.session.publish(speaking());
    await settled();
    expect(sending(caller)).toEqual(['audio', null, null]);
    expect(sending(callee)).toEqual(['audio', null, null]);

    callee.session.publish({ ...speaking(), screen: { track: fakeTrack('video'), on: true } });
    await settled();
    expect(sending(callee)).toEqual(['audio', null, 'video']);
    expect(callee.sent).toEqual([]);
  });

  test('of the other side arrive in one stream for the person and one for the screen', async () => {
    const { a, b } = await connected();
    for (const { session } of [a, b]) {
      expect(
        session
          .get()
          .stream.getTracks()
          .map(({ kind }) => kind),
      ).toEqual(['audio', 'video']);
      expect(
        session
          .get()
          .screen.getTracks()
          .map(({ kind }) => kind),
      ).toEqual(['video']);
    }
  });

  test('what is on is told over the channel as soon as it opens, and again when it changes', async () => {
    const { a, b } = await connected();
    a.session.publish(speaking());
    expect(a.connection.channel.sent).toEqual([]);

    a.connection.channel.opens();
    a.session.publish(NO_TRACKS);
    for (const message of a.connection.channel.sent) b.connection.channel.hears(message);

    expect(a.connection.channel.sent).toHaveLength(2);
    expect(b.session.get().on).toEqual({ microphone: false, camera: false, screen: false });
  });
});

describe('CALL-9: both offer at once', () => {
  test('at the first negotiation: the polite side gives way, and each sends three sources', async () => {
    const a = side();
    const b = side({ polite: true });
    a.session.publish(speaking());
    b.session.publish(speaking());
    await Promise.all([a.session.start(), b.session.start()]);
    await exchange(a, b);

    for (const { connection } of [a, b]) {
      const live = connection.getTransceivers().filter(({ direction }) => direction !== 'stopped');
      expect(connection.signalingState).toBe('stable');
      expect(live.map(({ sender }) => (sender.track as MediaStreamTrack | null)?.kind ?? null)).toEqual([
        'audio',
        null,
        null,
      ]);
    }
  });

  test('at an ICE restart: one offer is dropped, the other answered', async () => {
    const { a, b } = await connected();
    a.connection.becomes('failed');
    b.connection.becomes('failed');
    await exchange(a, b);

    expect(a.connection.signalingState).toBe('stable');
    expect(b.connection.signalingState).toBe('stable');
    expect(b.connection.remoteDescription?.sdp).toContain(a.connection.ufrag());
  });
});

describe('CALL-12: a dropped network', () => {
  test('is restarted with fresh servers', async () => {
    const fetchIceServers = async () => [{ urls: 'turns:relay.example:443', username: 'fresh', credential: 'secret' }];
    const a = side({ fetchIceServers });
    const b = side({ polite: true });
    await a.session.start();
    await exchange(a, b);
    a.connection.becomes('connected');

    a.connection.becomes('disconnected');
    expect(a.session.get().state).toEqual({ status: 'reconnecting', attempt: 0 });
    clock.advance(RESTART_AFTER_MS);
    await settled();

    expect(a.connection.configuration.iceServers?.[0]?.username).toBe('fresh');
    expect(a.connection.restarts).toBe(1);
    expect(a.sent[0]?.description?.type).toBe('offer');
  });

  test('is restarted with the servers it has where there are no fresh ones', async () => {
    const { a, b } = await connected();
    a.connection.becomes('failed');
    await exchange(a, b);
    a.connection.becomes('connected');

    expect(b.connection.remoteDescription?.sdp).toContain(a.connection.ufrag());
    expect(a.session.get().state).toEqual({ status: 'connected' });
  });

  test('offers again when the answer to the first attempt was lost', async () => {
    const { a, b } = await connected();
    a.connection.becomes('failed');
    await settled();
    a.sent.length = 0;
    a.session.retry();
    await exchange(a, b);

    expect(a.connection.signalingState).toBe('stable');
  });
});

describe('CALL-16: the end', () => {
  test('leaves no live track, no open connection, no listener and no timer, over 20 calls', async () => {
    for (let call = 0; call < 20; call += 1) {
      const { a, b } = await connected();
      a.connection.becomes('disconnected');
      const received = a.session.get().stream.getTracks();
      for (const { session, connection } of [a, b]) {
        session.close();
        session.close();
        expect(connection.connectionState).toBe('closed');
        expect(connection.listeners).toBe(0);
        expect(session.get().state).toEqual({ status: 'closed' });
      }
      expect(received.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    }
    expect(clock.pending()).toBe(0);
  });

  test('is heard by subscribers, and nothing after it', async () => {
    const { a } = await connected();
    const listener = vi.fn();
    a.session.subscribe(listener);
    a.session.close();
    a.session.publish(speaking());
    a.connection.becomes('failed');

    expect(listener).toHaveBeenCalledTimes(1);
    await expect(a.session.createOffer()).rejects.toThrow('closed');
  });
});

test('a signal that makes no sense changes nothing', async () => {
  const { a } = await connected();
  await a.session.receive({});
  await a.session.receive({ description: { type: 'offer', sdp: 'nonsense' } });
  await a.session.receive({ description: { type: 'rollback' } });
  await a.session.receive({ candidate: { candidate: 'nonsense', usernameFragment: 'unknown' } });

  expect(a.connection.signalingState).toBe('stable');
  expect(a.session.get().state).toEqual({ status: 'connected' });
});
