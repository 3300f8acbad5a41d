import type { ClientToServerEvents, HandshakeAuth, ServerToClientEvents } from '@health-connect/contract/realtime';
import type { AckOf, ClientEventDeclaration, PayloadOf, Reply } from '@health-connect/contract/event';
import { io, type Socket } from 'socket.io-client';
import { networkError, refusedBy } from './api-error.js';
import { fallBackToPolling } from './polling-fallback.js';
import { deviceId } from './device-id.js';

export type AppSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

const CONNECT_TIMEOUT_MS = 10_000;
const ACK_TIMEOUT_MS = 10_000;

/** A socket of this tab, not yet connected. Who it is, the session cookie says. */
export function createSocket(): AppSocket {
  const socket: AppSocket = io({
    autoConnect: false,
    transports: ['websocket'],
    auth: { deviceId: deviceId() } satisfies HandshakeAuth,
    // A network may swallow websockets without a word.
    timeout: CONNECT_TIMEOUT_MS,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  });
  fallBackToPolling(socket);
  return socket;
}

/** Sends a declared event and resolves with what its ack carries; a refusal or silence of 10 s rejects with an ApiError. */
export async function send<E extends ClientEventDeclaration>(
  socket: AppSocket,
  { name }: E,
  payload: PayloadOf<E>,
): Promise<AckOf<E>> {
  // Socket.IO cannot type an ack that depends on a generic event; the declaration does, in this signature.
  const untyped = socket as unknown as Socket;
  let reply: Reply<AckOf<E>>;
  try {
    reply = (await untyped.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload)) as Reply<AckOf<E>>;
  } catch {
    throw networkError();
  }
  if (reply.ok) return reply.data;
  throw await refusedBy(reply.error);
}
