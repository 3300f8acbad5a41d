import type {
  ClientEvent,
  ClientToServerEvents,
  ServerEvent,
  ServerToClientEvents,
} from '@health-connect/contract/realtime';
import type { Ack, Reply } from '@health-connect/contract/event';
import { io, type Socket } from 'socket.io-client';

type AckData<E extends ClientEvent> = Parameters<ClientToServerEvents[E]>[1] extends Ack<infer T> | undefined
  ? T
  : never;
type Payload<E extends ServerEvent> = Parameters<ServerToClientEvents[E]>[0];

const WAIT_MS = 10_000;

interface Options {
  cookie?: string;
  origin?: string;
  deviceId?: string;
  token?: string;
  query?: Record<string, string>;
  transport?: 'websocket' | 'polling';
}

/** Tests also send what the types forbid. */
type Untyped = { emitWithAck(event: string, payload: unknown): Promise<unknown> };

export type TestSocket = Awaited<ReturnType<typeof connectSocket>>;

/** Connects a real client, which remembers every event from the first on. Rejects with the server's refusal. */
export async function connectSocket(
  url: string,
  { cookie, origin, deviceId, token, query, transport = 'websocket' }: Options,
) {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(url, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    auth: { deviceId, token },
    query,
    extraHeaders: { ...(cookie && { cookie }), ...(origin && { origin }) },
  });
  const heard: { event: string; payload: unknown }[] = [];
  const waiting = new Set<() => void>();
  socket.onAny((event: string, payload: unknown) => {
    heard.push({ event, payload });
    for (const check of waiting) check();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

  return {
    raw: socket,
    /** Sends an event and waits for its ack. */
    request: <E extends ClientEvent>(event: E, payload: unknown): Promise<Reply<AckData<E>>> =>
      (socket.timeout(WAIT_MS) as Untyped).emitWithAck(event, payload) as Promise<Reply<AckData<E>>>,
    /** Everything heard so far of one event. */
    heard: <E extends ServerEvent>(event: E): Payload<E>[] =>
      heard.filter((item) => item.event === event).map((item) => item.payload as Payload<E>),
    /** The first (or first matching) occurrence of an event, now or within ten seconds; it is taken off the record. */
    next<E extends ServerEvent>(event: E, matches: (payload: Payload<E>) => boolean = () => true): Promise<Payload<E>> {
      return new Promise((resolve, reject) => {
        const check = () => {
          const at = heard.findIndex((item) => item.event === event && matches(item.payload as Payload<E>));
          if (at < 0) return;
          waiting.delete(check);
          clearTimeout(timer);
          resolve(heard.splice(at, 1)[0]!.payload as Payload<E>);
        };
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`"${event}" was not heard within ${WAIT_MS} ms`));
        }, WAIT_MS);
        waiting.add(check);
        check();
      });
    },
    /** Resolves when the server closed it. */
    closed: () =>
      new Promise<void>((resolve) => (socket.connected ? socket.once('disconnect', () => resolve()) : resolve())),
    close: () => socket.close(),
  };
}
