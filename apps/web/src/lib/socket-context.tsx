import { sessionEnded } from '@health-connect/contract/auth';
import type { AckOf, ClientEventDeclaration, PayloadOf, ServerEventDeclaration } from '@health-connect/contract/event';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { networkError } from './api-error.js';
import { holdSession, sessionEnd } from './session-end.js';
import { forgetSession, sessionQuery } from './session-query.js';
import { useSession } from './session.js';
import type * as socketCode from './socket.js';
import { strictContext } from './strict-context.js';
import { lookNow } from './when-back.js';

/** off: nobody is signed in. lost: it was there, and is being tried again; `tooMany` where the server takes no more of them. */
export type Connection =
  | { state: 'off' }
  | { state: 'connecting' }
  | { state: 'connected'; socket: socketCode.AppSocket }
  | { state: 'lost'; socket: socketCode.AppSocket; tooMany: boolean };

interface SocketContextValue {
  connection: Connection;
  /** Lives from sign-in to sign-out, connected or not; null before and after. */
  socket: socketCode.AppSocket | null;
  /** Sends a declared event; see lib/socket.ts. */
  send: <E extends ClientEventDeclaration>(event: E, payload: PayloadOf<E>) => Promise<AckOf<E>>;
}

interface Live {
  socket: socketCode.AppSocket;
  send: typeof socketCode.send;
}

const RETRY_MS = 3_000;
/** How the server refuses a socket when a person has as many as one may have; windows on other devices count. */
const TOO_MANY = 'too_many_sockets';

const [SocketContext, useSocket] = strictContext<SocketContextValue>('Socket');
export { useSocket };

/** One socket for the whole app: opened at sign-in, closed at sign-out. Its code is loaded only then. */
export function SocketProvider({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const client = useQueryClient();
  const [live, setLive] = useState<Live | null>(null);
  const [connection, setConnection] = useState<Connection>({ state: 'off' });
  const userId = session.status === 'signed-in' ? session.account._id : null;

  useEffect(() => {
    if (userId === null) return;
    const over = new AbortController();
    const open = ({ createSocket, send }: typeof socketCode) => {
      if (over.signal.aborted) return;
      const socket = createSocket();
      watch(socket, setConnection, over.signal, {
        onEnded: () => {
          if (!holdSession()) forgetSession(client);
        },
        onRefused: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      });
      setLive({ socket, send });
      setConnection({ state: 'connecting' });
      socket.connect();
    };
    // Where its code cannot be had, pages work without what is live until they are loaded anew.
    import('./socket.js').then(open, () => undefined);
    return () => {
      over.abort();
      setLive(null);
      setConnection({ state: 'off' });
    };
  }, [userId, client]);

  const say = useCallback<SocketContextValue['send']>(
    (event, payload) => (live ? live.send(live.socket, event, payload) : Promise.reject(networkError())),
    [live],
  );
  const value = useMemo(() => ({ connection, socket: live?.socket ?? null, send: say }), [connection, live, say]);
  return <SocketContext value={value}>{children}</SocketContext>;
}

interface Outcomes {
  /** The server ended the session. */
  onEnded: () => void;
  /** The server did not let this socket in. */
  onRefused: () => void;
}

function watch(
  socket: socketCode.AppSocket,
  tell: (connection: Connection) => void,
  over: AbortSignal,
  outcomes: Outcomes,
) {
  let retry: ReturnType<typeof setTimeout> | undefined;
  const lose = (tooMany: boolean) => {
    tell({ state: 'lost', socket, tooMany });
    // Socket.IO tries again by itself, except where the server itself closed or refused.
    if (!socket.active && !sessionEnd.get()) retry = setTimeout(() => socket.connect(), RETRY_MS);
  };
  // Signed in again: with the new session there is nothing to wait for.
  const resume = sessionEnd.subscribe(() => {
    if (!sessionEnd.get() && !socket.connected) socket.connect();
  });
  socket.on('connect', () => {
    tell({ state: 'connected', socket });
    lookNow();
  });
  socket.on('disconnect', () => lose(false));
  socket.on('connect_error', ({ message }) => {
    const tooMany = message === TOO_MANY;
    if (!socket.active && !tooMany) outcomes.onRefused();
    lose(tooMany);
  });
  listen(socket, sessionEnded, outcomes.onEnded);
  over.addEventListener('abort', () => {
    clearTimeout(retry);
    resume();
    socket.removeAllListeners();
    socket.disconnect();
  });
}

/** Calls `handler` for every such event while the component is there; the newest handler, without listening anew. */
export function useSocketEvent<E extends ServerEventDeclaration>(event: E, handler: (payload: PayloadOf<E>) => void) {
  const { socket } = useSocket();
  const handle = useEffectEvent(handler);

  useEffect(() => {
    if (!socket) return;
    return listen(socket, event, (payload) => handle(payload));
  }, [socket, event]);
}

/** Calls back for every such event; returns how to stop. */
export function listen<E extends ServerEventDeclaration>(
  socket: socketCode.AppSocket,
  { name }: E,
  handler: (payload: PayloadOf<E>) => void,
): () => void {
  // Socket.IO's types want a literal event name; the declaration types ours instead.
  const untyped = socket as unknown as Record<'on' | 'off', (name: string, listener: unknown) => void>;
  untyped.on(name, handler);
  return () => untyped.off(name, handler);
}
