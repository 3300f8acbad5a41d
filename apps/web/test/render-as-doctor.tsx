import type { DoctorAccount } from '@health-connect/contract/accounts';
import type { ReactNode } from 'react';
import { LiveProvider } from '../src/lib/live.js';
import { useSession } from '../src/lib/session.js';
import { SocketProvider } from '../src/lib/socket-context.js';
import { fakeApi } from './fake-api.js';
import { buildDoctor } from './people.js';
import { renderApp } from './render-app.js';

interface AsDoctor {
  at?: string;
  account?: Partial<DoctorAccount>;
  /** Answers besides `GET /api/auth/me`. */
  answers?: Parameters<typeof fakeApi>[0];
}

/** Renders a page as a signed-in doctor sees it. The test file mocks lib/socket.js with fake-socket. */
export function renderAsDoctor(page: ReactNode, { at, account, answers = {} }: AsDoctor = {}) {
  const api = fakeApi({ 'GET /api/auth/me': () => ({ data: buildDoctor(account) }), ...answers });
  const view = renderApp(
    <SocketProvider>
      <OnceSignedIn>{page}</OnceSignedIn>
    </SocketProvider>,
    { ...(at !== undefined && { at }) },
  );
  return { ...view, api };
}

function OnceSignedIn({ children }: { children: ReactNode }) {
  return useSession().session.status === 'signed-in' ? <LiveProvider>{children}</LiveProvider> : null;
}
