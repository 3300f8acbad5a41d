import type { ReactNode } from 'react';
import { CallsProvider } from '../features/calls/calls-context.js';
import { MessagesProvider } from '../features/messages/messages-context.js';
import { LiveProvider } from '../lib/live.js';
import { ServerAway } from './live/server-away.js';
import { useReleaseNotice } from '../lib/use-release-notice.js';
import { useAppointmentsLive } from '../resources/appointments/live.js';
import { SessionEnded } from './live/session-ended.js';

/** What only somebody who is signed in has: visits that go on, conversations, and calls that can ring on any page. */
export function SignedInProviders({ children }: { children: ReactNode }) {
  useReleaseNotice();
  useAppointmentsLive();
  return (
    <LiveProvider>
      <MessagesProvider>
        <CallsProvider>{children}</CallsProvider>
        <ServerAway />
        <SessionEnded />
      </MessagesProvider>
    </LiveProvider>
  );
}
