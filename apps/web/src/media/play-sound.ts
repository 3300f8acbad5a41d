import { browserClock, type Clock } from '../lib/clock.js';
import { playNotes } from './tones.js';

const CHIME = [
  { hertz: 523.3, at: 0, lasts: 0.6 },
  { hertz: 659.3, at: 0.2, lasts: 0.6 },
  { hertz: 784, at: 0.4, lasts: 1 },
];
const CHIME_MS = 1_600;

/** Plays a short chime for the speaker check, on the chosen speaker where the browser can; resolves when it is over. */
export async function playTestSound(speakerId?: string, clock: Clock = browserClock): Promise<void> {
  const context: AudioContext & { setSinkId?(id: string): Promise<void> } = new AudioContext();
  // A speaker that is gone falls back to the default one, which is what the person then hears.
  if (speakerId) await context.setSinkId?.(speakerId).catch(() => undefined);
  await context.resume();
  playNotes(context, CHIME);
  await new Promise<void>((resolve) => clock.after(CHIME_MS, resolve));
  await context.close();
}
