import type { AckOf, ClientEventDeclaration, PayloadOf, ServerEventDeclaration } from '@health-connect/contract/event';
import { useMemo } from 'react';
import { listen, useSocket } from './socket-context.js';

/** The socket as live features see it, so that their logic needs no React and a test can stand in for the server. */
export interface LiveLink {
  /** Sends a declared event and resolves with what its ack carries; a refusal or silence rejects with an ApiError. */
  send<E extends ClientEventDeclaration>(event: E, payload: PayloadOf<E>): Promise<AckOf<E>>;
  /** Calls back for every such event. Returns how to stop listening. */
  listen<E extends ServerEventDeclaration>(event: E, handler: (payload: PayloadOf<E>) => void): () => void;
  /** Calls back each time the server is there again. */
  onConnect(handler: () => void): () => void;
}

/** The same object from sign-in to sign-out; null until there is a socket. */
export function useLiveLink(): LiveLink | null {
  const { socket, send } = useSocket();
  return useMemo(() => {
    if (!socket) return null;
    return {
      send,
      listen: (event, handler) => listen(socket, event, handler),
      onConnect: (handler) => {
        socket.on('connect', handler);
        return () => void socket.off('connect', handler);
      },
    };
  }, [socket, send]);
}
