import { describeProblem } from './device-problems.js';
import type { OpenedTrack } from './devices.js';

export function canShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/** Asks which screen or window to share; closing the picker is the problem `denied`. Call it from a click. */
export async function openScreen(): Promise<OpenedTrack> {
  try {
    if (!canShareScreen()) throw new TypeError('Screens cannot be shared here.');
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } } });
    const track = stream.getVideoTracks()[0]!;
    // Text must stay sharp rather than smooth (W3C MediaStreamTrack Content Hints).
    track.contentHint = 'detail';
    return { track, problem: null };
  } catch (error) {
    return { track: null, problem: describeProblem('screen', error) };
  }
}
