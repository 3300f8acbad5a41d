import type { CallState, EndedWhy } from '../machine/call-state.js';

/** Why a call ended, told apart, and what can be done. */
export function endedLabels(why: EndedWhy, name: string): { title: string; text: string } {
  switch (why) {
    case 'declined':
      return { title: `${name} declined`, text: 'Write a message, or try again later.' };
    case 'busy':
      return { title: 'The line is busy', text: `${name} is in another call. Try again later, or write a message.` };
    case 'no_answer':
      return { title: `${name} did not answer`, text: 'They see that you called.' };
    case 'unreachable':
      return { title: `${name} cannot be reached just now`, text: 'Write a message; they read it when they are back.' };
    case 'cancelled':
      return { title: `${name} hung up`, text: 'They stopped before the call was answered here.' };
    case 'missed':
      return { title: `Missed call from ${name}`, text: 'You can call back, or write a message.' };
    case 'left':
      return { title: `${name} left the call`, text: 'The call is over.' };
    case 'failed':
      return { title: 'The call failed', text: 'The connection was lost. Try again, or write a message.' };
  }
}

/** What the caller reads while it rings. */
export const callingLabel = ({ callId }: Extract<CallState, { status: 'calling' }>) =>
  callId === null ? 'Opening your microphone and camera…' : 'Ringing on their devices…';
