import type { Presence } from '@health-connect/contract/presence';
import { useQuery } from '@tanstack/react-query';
import { toldQuery } from '../../lib/told-query.js';
import { keys } from './keys.js';

export const presenceQuery = (userId: string) => toldQuery<Presence>(keys.of(userId));

interface Known {
  _id: string;
  online: boolean;
  lastSeenAt?: string | null;
}

/** Whether somebody is there: the server's last word, or until there is one what came with the person. */
export function usePresence({ _id, online, lastSeenAt = null }: Known): Pick<Presence, 'online' | 'lastSeenAt'> {
  return useQuery(presenceQuery(_id)).data ?? { online, lastSeenAt };
}
