import { beforeEach, describe, expect, test, vi } from 'vitest';
import { loudnessOf, measureLevel } from './level-meter.js';
import { playTestSound } from './play-sound.js';
import { startRingtone } from './ringtone.js';
import { FakeAudioContext } from './testing/fake-audio-context.js';
import { createFakeClock, settled } from './testing/fake-clock.js';
import { FakeStream, fakeTrack } from './testing/fake-media.js';

let clock = createFakeClock();
const context = () => FakeAudioContext.all.at(-1)!;

beforeEach(() => {
  clock = createFakeClock();
  FakeAudioContext.allowed = true;
  vi.stubGlobal('AudioContext', FakeAudioContext);
  vi.stubGlobal('MediaStream', FakeStream);
});

describe('the ring', () => {
  test('sounds again and again until it is stopped, and leaves nothing behind', () => {
    const ringtone = startRingtone('incoming', clock);
    const once = context().notes;
    clock.advance(6_000);
    expect(context().notes).toBe(once * 3);

    ringtone.stop();
    ringtone.stop();
    expect(clock.pending()).toBe(0);
    expect(context().state).toBe('closed');
  });

  test('is silent where the browser refuses sound, and heard after the first touch', () => {
    FakeAudioContext.allowed = false;
    const ringtone = startRingtone('incoming', clock);
    clock.advance(6_000);
    expect(context().notes).toBe(0);

    FakeAudioContext.allowed = true;
    dispatchEvent(new Event('pointerdown'));
    expect(context().notes).toBeGreaterThan(0);
    ringtone.stop();
  });
});

test('the test sound ends by itself and closes what it opened', async () => {
  const played = playTestSound(undefined, clock);
  await settled();
  expect(context().notes).toBeGreaterThan(0);

  clock.advance(5_000);
  await played;
  expect(context().state).toBe('closed');
});

describe('the level meter', () => {
  test('goes from nothing to full, evenly for the ear', () => {
    expect(loudnessOf(new Float32Array(8))).toBe(0);
    expect(loudnessOf(new Float32Array(8).fill(1))).toBe(1);
    expect(loudnessOf(new Float32Array(8).fill(0.0316))).toBeCloseTo(0.5, 2);
    expect(loudnessOf(new Float32Array(0))).toBe(0);
  });

  test('follows the voice, and is closed when it is stopped', () => {
    const meter = measureLevel(fakeTrack('audio'), clock);
    const seen: number[] = [];
    meter.subscribe((level) => seen.push(level));
    context().input = 1;
    clock.advance(100);
    context().input = 0;
    clock.advance(100);
    expect(seen).toEqual([1, 0]);

    meter.stop();
    expect(clock.pending()).toBe(0);
    expect(context().state).toBe('closed');
  });
});
