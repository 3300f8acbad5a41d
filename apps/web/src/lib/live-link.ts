import type { ClientEvent, ServerEvent, ServerToClientEvents } from '@health-connect/contract/realtime';
import { useMemo } from 'react';
import { useSocket } from './socket-context.js';
import type { Answer, Payload } from './socket.js';

/** The socket as live features see it, so that their logic needs no React and a test can stand in for the server. */
export interface LiveLink {
  /** Resolves with the answer; a refusal or silence rejects with an ApiError. */
  request<E extends ClientEvent>(event: E, payload: Payload<E>): Promise<Answer<E>>;
  /** Returns how to stop listening. */
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
  const { socket, request } = useSocket();
  return useMemo(() => {
    if (!socket) return null;
    // Socket.IO's types want a literal event name; the contract's map types ours instead.
    const emitter = socket as unknown as Emitter;
    const listen = (event: string, handler: unknown) => {
      emitter.on(event, handler);
      return () => emitter.off(event, handler);
    };
    return { request, on: listen, onConnect: (handler) => listen('connect', handler) };
  }, [socket, request]);
}
