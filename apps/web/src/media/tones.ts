/** One soft note: a sine with a slow attack and decay, so that it neither clicks nor startles. */
interface Note {
  hertz: number;
  /** Seconds from now, and how long it sounds. */
  at: number;
  lasts: number;
  volume?: number;
}

const ATTACK_SECONDS = 0.03;

/** Plays notes from now on; needs no sound file. They end by themselves, or with the context. */
export function playNotes(context: AudioContext, notes: readonly Note[]) {
  for (const { hertz, at, lasts, volume = 0.15 } of notes) {
    const start = context.currentTime + at;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume, start + ATTACK_SECONDS);
    gain.gain.exponentialRampToValueAtTime(0.001, start + lasts);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + lasts);
  }
}
