import type { AckOf, ClientEventDeclaration, PayloadOf, ServerEventDeclaration } from '@health-connect/contract/event';
import type { ClientEvent, ServerEvent, ServerToClientEvents } from '@health-connect/contract/realtime';
import { useMemo } from 'react';
import { useSocket } from './socket-context.js';
import type { Answer, Payload } from './socket.js';

/** The socket as live features see it, so that their logic needs no React and a test can stand in for the server. */
export interface LiveLink {
  /** Sends a declared event and resolves with what its ack carries; a refusal or silence rejects with an ApiError. */
  send<E extends ClientEventDeclaration>(event: E, payload: PayloadOf<E>): Promise<AckOf<E>>;
  /** Calls back for every such event. Returns how to stop listening. */
  listen<E extends ServerEventDeclaration>(event: E, handler: (payload: PayloadOf<E>) => void): () => void;
  /** The same by names, until every page has declarations. */
  request<E extends ClientEvent>(event: E, payload: Payload<E>): Promise<Answer<E>>;
  on<E extends ServerEvent>(event: E, handler: ServerToClientEvents[E]): () => void;
  /** Calls back each time the server is there again. */
  onConnect(handler: () => void): () => void;
}

interface Emitter {
  on(event: string, handler: unknown): void;
  off(event: string, handler: unknown): void;
}

/** The same object from sign-in to sign-out; null until there is a socket. */
export function useLiveLink(): LiveLink | null {
  const { socket, send, request } = useSocket();
  return useMemo(() => {
    if (!socket) return null;
    // Socket.IO's types want a literal event name; the contract's map types ours instead.
    const emitter = socket as unknown as Emitter;
    const listen = (event: string, handler: unknown) => {
      emitter.on(event, handler);
      return () => emitter.off(event, handler);
    };
    return {
      send,
      listen: ({ name }, handler) => listen(name, handler),
      request,
      on: listen,
      onConnect: (handler) => listen('connect', handler),
    };
  }, [socket, send, request]);
}
