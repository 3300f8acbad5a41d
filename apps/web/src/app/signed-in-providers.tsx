import type { ReactNode } from 'react';
import { CallsProvider } from '../features/calls/calls-context.js';
import { MessagesProvider } from '../features/messages/messages-context.js';
import { ServerAway } from './server-away.js';
import { useEndOfLiveVisit } from '../lib/live-visit.js';

/** What only somebody who is signed in has: conversations, and calls that can ring on any page. */
export function SignedInProviders({ children }: { children: ReactNode }) {
  useEndOfLiveVisit();
  return (
    <MessagesProvider>
      <CallsProvider>{children}</CallsProvider>
      <ServerAway />
    </MessagesProvider>
  );
}
