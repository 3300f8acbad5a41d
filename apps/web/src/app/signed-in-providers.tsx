import type { ReactNode } from 'react';
import { CallsProvider } from '../features/calls/calls-provider.js';
import { MessagesProvider } from '../features/messages/messages-context.js';
import { useAccountLanguage } from '../resources/account/language.js';
import { useDeviceZone } from '../resources/account/use-device-zone.js';
import { LiveUpdates } from './live/live-updates.js';
import { ServerAway } from './live/server-away.js';
import { SessionEnded } from './live/session-ended.js';

/** What only somebody who is signed in has: consults that go on, conversations, and calls that can ring on any page. */
export function SignedInProviders({ children }: { children: ReactNode }) {
  useDeviceZone();
  useAccountLanguage();
  return (
    <MessagesProvider>
      <LiveUpdates />
      <CallsProvider>{children}</CallsProvider>
      <ServerAway />
      <SessionEnded />
    </MessagesProvider>
  );
}
