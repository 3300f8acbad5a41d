import { browserClock, type Clock } from '../lib/clock.js';
import { createObservable, type Observable } from '../lib/observable.js';

const EVERY_MS = 66;
const QUIETEST_DB = -60;

export interface LevelMeter extends Observable<number> {
  stop(): void;
}

/** Loudness of samples in -1..1 as 0..1, evenly over the range that ears tell apart: -60 dB is 0, full scale is 1. */
export function loudnessOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  if (power === 0) return 0;
  return Math.min(1, Math.max(0, 1 - (10 * Math.log10(power)) / QUIETEST_DB));
}

/** Measures how loud a microphone or a remote voice is, about 15 times a second. It does not own the track. */
export function measureLevel(track: MediaStreamTrack, clock: Clock = browserClock): LevelMeter {
  const level = createObservable(0);
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  source.connect(analyser);
  void context.resume().catch(() => undefined);

  const samples = new Float32Array(analyser.fftSize);
  const cancel = clock.every(EVERY_MS, () => {
    analyser.getFloatTimeDomainData(samples);
    level.set(loudnessOf(samples));
  });

  return {
    get: level.get,
    subscribe: level.subscribe,
    stop: () => {
      cancel();
      source.disconnect();
      level.end();
      if (context.state !== 'closed') void context.close();
    },
  };
}
