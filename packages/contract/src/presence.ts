import { idList, type Infer } from './fields.js';

export const watchPresence = { userIds: idList(100) };
export type WatchPresence = Infer<typeof watchPresence>;

/** Told only to those who may converse with them; for anyone else a person is simply offline. */
export interface Presence {
  userId: string;
  online: boolean;
  lastSeenAt: string | null;
}
