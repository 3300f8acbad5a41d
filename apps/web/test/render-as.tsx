import type { Account } from '@health-connect/contract/accounts';
import type { ReactNode } from 'react';
import { LiveUpdates } from '../src/app/live/live-updates.js';
import { useSession } from '../src/lib/session.js';
import { SocketProvider } from '../src/lib/socket-context.js';
import { fakeApi, nobodyIsSignedIn } from './fake-api.js';
import { renderApp } from './render-app.js';

interface RenderAs {
  at?: string;
  /** Answers besides `GET /api/auth/me`. */
  answers?: Parameters<typeof fakeApi>[0];
  /** Behind the sign-in guard: after signing out nothing of the page is left. */
  guarded?: boolean;
}

/** Renders a page as somebody sees it, null as a visitor. The test file mocks lib/socket.js with fake-socket. */
export function renderAs(
  account: Account | null,
  page: ReactNode,
  { at, answers = {}, guarded = false }: RenderAs = {},
) {
  const me = account ? { 'GET /api/auth/me': () => ({ data: account }) } : nobodyIsSignedIn;
  const api = fakeApi({ ...me, ...answers });
  const view = renderApp(
    <SocketProvider>
      <OnceKnown guarded={guarded}>{page}</OnceKnown>
    </SocketProvider>,
    { ...(at !== undefined && { at }) },
  );
  return { ...view, api };
}

function OnceKnown({ children, guarded }: { children: ReactNode; guarded: boolean }) {
  const { status } = useSession().session;
  if (status !== 'signed-in') return status === 'loading' || guarded ? null : children;
  return (
    <>
      <LiveUpdates />
      {children}
    </>
  );
}
