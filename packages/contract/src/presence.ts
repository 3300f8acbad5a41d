import { event, type PayloadOf, serverEvent } from './event.js';
import { answers } from './route.js';
import { idList } from './fields.js';

/** Told only to those who may converse with them; for anyone else a person is simply offline. */
export interface Presence {
  userId: string;
  online: boolean;
  lastSeenAt: string | null;
}

export const watchPresence = event({
  name: 'presence-watch',
  allow: ['patient', 'doctor'],
  payload: { userIds: idList(100) },
  ack: answers<Presence[]>(),
  summary: 'Whether these people are online, now and from now on.',
});
export type WatchPresence = PayloadOf<typeof watchPresence>;

export const presenceChanged = serverEvent({
  name: 'presence',
  payload: answers<Presence>(),
  to: 'those who watch the person and may converse with them',
  summary: 'Somebody came or went.',
});
