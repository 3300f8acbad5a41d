import { browserClock, type Clock } from '../lib/clock.js';
import { playNotes } from './tones.js';

/** `incoming` asks to be answered; `outgoing` is what the caller hears meanwhile. */
export type RingKind = 'incoming' | 'outgoing';

const RINGS = {
  incoming: {
    everyMs: 3_000,
    notes: [
      { hertz: 659.3, at: 0, lasts: 0.5 },
      { hertz: 784, at: 0.25, lasts: 0.5 },
      { hertz: 987.8, at: 0.5, lasts: 0.9 },
    ],
  },
  outgoing: { everyMs: 4_000, notes: [{ hertz: 425, at: 0, lasts: 1, volume: 0.06 }] },
};

export interface Ringtone {
  stop(): void;
}

/**
 * Rings until it is stopped. A browser that refuses sound before the person has touched the page is respected: the ring
 * is silent until they do, and then heard.
 */
export function startRingtone(kind: RingKind, clock: Clock = browserClock): Ringtone {
  const { everyMs, notes } = RINGS[kind];
  const context = new AudioContext();
  const ringing = new AbortController();

  const ring = () => {
    if (context.state === 'running') playNotes(context, notes);
  };
  // Some browsers leave this promise open until a gesture, others reject it; the events below are the answer.
  const wake = () => void context.resume().catch(() => undefined);

  context.addEventListener('statechange', ring, { signal: ringing.signal });
  for (const gesture of ['pointerdown', 'keydown']) {
    globalThis.addEventListener(gesture, wake, { signal: ringing.signal });
  }
  const cancel = clock.every(everyMs, ring);
  ring();
  wake();

  return {
    stop: () => {
      if (ringing.signal.aborted) return;
      ringing.abort();
      cancel();
      void context.close();
    },
  };
}
