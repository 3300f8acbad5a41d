import type { Account } from '@health-connect/contract/accounts';
import type { ReactNode } from 'react';
import { LiveProvider } from '../src/lib/live.js';
import { useSession } from '../src/lib/session.js';
import { SocketProvider } from '../src/lib/socket-context.js';
import { fakeApi, nobodyIsSignedIn } from './fake-api.js';
import { renderApp } from './render-app.js';

interface RenderAs {
  at?: string;
  /** Answers besides `GET /api/auth/me`. */
  answers?: Parameters<typeof fakeApi>[0];
}

/** Renders a page as somebody sees it, null as a visitor. The test file mocks lib/socket.js with fake-socket. */
export function renderAs(account: Account | null, page: ReactNode, { at, answers = {} }: RenderAs = {}) {
  const me = account ? { 'GET /api/auth/me': () => ({ data: account }) } : nobodyIsSignedIn;
  const api = fakeApi({ ...me, ...answers });
  const view = renderApp(
    <SocketProvider>
      <OnceKnown>{page}</OnceKnown>
    </SocketProvider>,
    { ...(at !== undefined && { at }) },
  );
  return { ...view, api };
}

function OnceKnown({ children }: { children: ReactNode }) {
  const { status } = useSession().session;
  if (status === 'loading') return null;
  return status === 'signed-in' ? <LiveProvider>{children}</LiveProvider> : children;
}
