import { readHealth } from '@health-connect/contract/health';
import type { Socket } from 'socket.io-client';
import { call } from './call.js';

/** What is needed of a socket here. */
export type Reconnecting = Pick<Socket, 'active'> & {
  on(event: 'connect_error', listener: () => void): unknown;
  io: { opts: { transports?: unknown[] | undefined } };
};

/**
 * Some networks let no websocket through. Where one cannot be had and the server takes long polling too, the two are
 * tried in turn until one gets through. The server is asked only then: elsewhere it costs nothing.
 */
export function fallBackToPolling(socket: Reconnecting): void {
  let takesPolling = false;
  const tryTheOther = () => {
    const [tried] = socket.io.opts.transports ?? [];
    socket.io.opts.transports = [tried === 'websocket' ? 'polling' : 'websocket'];
  };
  socket.on('connect_error', () => {
    // The server itself refused: it was reached.
    if (!socket.active) return;
    if (takesPolling) return tryTheOther();
    call(readHealth).then(
      ({ longPolling }) => {
        if (!longPolling || takesPolling) return;
        takesPolling = true;
        tryTheOther();
      },
      // It cannot be reached at all; the next failure asks again.
      () => undefined,
    );
  });
}
