import type { RoomClosedReason } from '@health-connect/contract/consults';
import type { Entrance } from './entrance/entrance.js';
import type { ConsultRole } from './participants.js';

export interface Words {
  title: string;
  text: string;
}

/** Why a visit cannot be joined, and what to do then. */
export function entranceLabels(at: Exclude<Entrance['at'], 'open'>, role: ConsultRole, other: string): Words {
  const isDoctor = role === 'doctor';
  switch (at) {
    case 'early':
      return {
        title: 'This visit is not open yet',
        text: 'The door opens 15 minutes before the start. You can leave this page open; it lets you in by itself.',
      };
    case 'over':
      return {
        title: 'The time of this visit is over',
        text: isDoctor
          ? 'You can still complete it in your day.'
          : `If you missed ${other}, write a message or book another time.`,
      };
    case 'not_confirmed':
      return {
        title: 'This visit is not confirmed yet',
        text: isDoctor
          ? 'Confirm it in your day, then you can join.'
          : `${other} has not answered yet. We tell you as soon as that happens.`,
      };
    case 'proposed':
      return {
        title: 'Another time was proposed',
        text: isDoctor ? `${other} has not answered your proposal yet.` : 'Answer it first, then the visit can go on.',
      };
    case 'cancelled':
      return { title: 'This visit was cancelled', text: 'It does not take place. Nothing was recorded.' };
    case 'completed':
      return {
        title: 'This visit is completed',
        text: isDoctor ? 'Your notes stay with it.' : 'What the doctor wrote for you stands in your appointments.',
      };
    case 'missed':
      return { title: 'This visit was missed', text: 'It was marked as missed. You can write a message.' };
    case 'chat':
      return { title: 'This is a visit by chat', text: `You write with ${other} in your messages.` };
  }
}

/** Why a visit that was going on has ended here. */
export function closedLabels(reason: RoomClosedReason | 'left', role: ConsultRole, other: string): Words {
  const isDoctor = role === 'doctor';
  switch (reason) {
    case 'left':
      return {
        title: 'You left the visit',
        text: isDoctor ? `${other} waits until you return.` : 'The door stays open until the visit is completed.',
      };
    case 'ended':
      return isDoctor
        ? { title: 'You ended the visit for everyone', text: 'It is not completed yet; you can open it again.' }
        : { title: 'The doctor ended the visit', text: 'If that was too early, you can wait at the door again.' };
    case 'completed':
      return {
        title: 'The visit is completed',
        text: isDoctor
          ? 'Your notes are saved with it.'
          : 'Thank you. What the doctor wrote for you stands in your appointments.',
      };
    case 'cancelled':
      return { title: 'This visit was cancelled', text: 'Your camera and microphone are off.' };
    case 'removed':
      return { title: 'The doctor sent you out', text: 'You can ask to come in again, or write a message.' };
    case 'taken_over':
      return {
        title: 'The visit goes on in another window',
        text: 'You joined it on another tab or device. Camera and microphone are off here.',
      };
    case 'window_closed':
      return {
        title: 'The visit is closed',
        text: 'Its time was changed or is over. Your camera and microphone are off.',
      };
  }
}

/** How long somebody has waited: `Just came`, `Waits for 4 min`. */
export function waitingFor(since: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(since)) / 60_000);
  return minutes < 1 ? 'Just came' : `Waits for ${minutes} min`;
}
