import type { Server as HttpServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import { parse } from 'node:querystring';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import { env } from '../env.js';
import { sessionUser } from '../http/authenticate.js';
import { isTrustedOrigin } from '../http/origin.js';
import { logger } from '../lib/logger.js';
import { COOKIE_NAME, sessionKey } from '../lib/tokens.js';
import { attachPublisher } from './publish.js';
import { deviceRoom, sessionRoom, userRoom } from './rooms.js';
import type { AppServer, AppSocket, SocketFeature } from './types.js';

const MAX_PAYLOAD_BYTES = 128 * 1024;

/** Starts the socket server on `http`; every feature registers its handlers on each socket that is let in. */
export async function startRealtime(http: HttpServer, features: SocketFeature[]) {
  const io: AppServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: MAX_PAYLOAD_BYTES,
    // Websocket alone needs no sticky sessions in front of several processes.
    transports: ['websocket'],
    allowRequest: (req, allow) => allow(null, isAllowed(req.headers.origin, req.headers.host)),
  });
  const closeAdapter = env.redisUrl ? await useRedis(io) : async () => {};
  io.use(handshake);
  io.on('connection', async (socket) => {
    const { user, deviceId, sessionKey: key } = socket.data;
    // Frees the handshake request, which has been read by now: about a tenth of an idle socket's memory.
    Object.assign(socket.conn, { request: null });
    for (const register of features) void register(socket);
    await socket.join([userRoom(user.id), deviceRoom(user.id, deviceId), sessionRoom(key)]);
    // Asked again now that it would be cut with its session: one that ended since the handshake was not.
    if (!(await sessionUser(tokenOf(socket)).catch(() => null))) socket.disconnect(true);
  });
  attachPublisher(io);
  return {
    io,
    async stop() {
      attachPublisher(null);
      await io.close();
      await closeAdapter();
    },
  };
}

// Browsers always send an Origin; other clients have none and bring their own token.
const isAllowed = (origin: string | undefined, host: string | undefined) => !origin || isTrustedOrigin(origin, host);

/** Who it is comes from the session cookie, or `auth.token`; an id in the query or payload is never read. */
async function handshake(socket: AppSocket, next: (error?: Error) => void) {
  try {
    const { deviceId } = socket.handshake.auth as Record<string, unknown>;
    const token = tokenOf(socket);
    const user = await sessionUser(token);
    if (!user || !token) return next(new Error('unauthenticated'));
    socket.data = {
      user,
      deviceId: typeof deviceId === 'string' && /^[\w-]{8,64}$/.test(deviceId) ? deviceId : socket.id,
      sessionKey: sessionKey(token),
    };
    next();
  } catch (error) {
    logger.warn({ err: error }, 'socket handshake failed');
    next(new Error('unavailable'));
  }
}

function tokenOf({ handshake }: AppSocket): string | undefined {
  const { token: given } = handshake.auth as Record<string, unknown>;
  const cookie = parse(handshake.headers.cookie ?? '', '; ', '=')[COOKIE_NAME];
  return typeof cookie === 'string' ? cookie : typeof given === 'string' ? given : undefined;
}

/** Several server processes: rooms span them by Redis publish/subscribe. */
async function useRedis(io: AppServer) {
  const publisher = createClient({ url: env.redisUrl });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: Error) => logger.warn({ err: error }, 'redis'));
    await client.connect();
  }
  forgive(publisher, ['publish']);
  forgive(subscriber, ['unsubscribe', 'pUnsubscribe']);
  io.adapter(createAdapter(publisher, subscriber));
  return async () => {
    // One that lost its connection would wait for it to come back.
    for (const client of [publisher, subscriber]) await (client.isReady ? client.close() : client.destroy());
  };
}

/** The adapter waits for no answer: one that fails because the connection was lost must not end the process. */
function forgive<C extends object>(client: C, commands: (keyof C & string)[]): void {
  for (const command of commands) {
    const send = (client[command] as (...given: unknown[]) => Promise<unknown>).bind(client);
    const forgiving = (...given: unknown[]) =>
      send(...given).catch((error: unknown) => logger.warn({ err: error }, 'redis'));
    Object.assign(client, { [command]: forgiving });
  }
}
