import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { env } from '../env.js';
import { sessionUser } from '../http/authenticate.js';
import { logger } from '../lib/logger.js';
import { sessionKey } from '../lib/tokens.js';
import { Door, KNOCK_MS } from './door.js';
import { answerUnknown } from './on.js';
import { MAX_PAYLOAD_BYTES, tokenInCookie } from './polling.js';
import { attachPublisher } from './publish.js';
import { useRedis } from './redis-rooms.js';
import { deviceRoom, sessionRoom, userRoom } from './rooms.js';
import type { AppServer, AppSocket, SocketFeature } from './types.js';

/** Starts the socket server on `http`; every feature registers its handlers on each socket that is let in. */
export async function startRealtime(http: HttpServer, features: SocketFeature[]) {
  const io: AppServer = new Server(http, {
    serveClient: false,
    maxHttpBufferSize: MAX_PAYLOAD_BYTES,
    // Websocket alone needs no sticky sessions in front of several processes (decision 003).
    transports: env.socketPolling ? ['websocket', 'polling'] : ['websocket'],
    // Whoever polls tried a websocket before; the next connect tries again.
    allowUpgrades: false,
    ...(env.socketPolling && env.corsOrigins.length > 0 && { cors: { origin: env.corsOrigins, credentials: true } }),
    // An answer mixes what somebody else wrote with what is private: its length must not tell of it.
    httpCompression: false,
    connectTimeout: KNOCK_MS,
    // A few bytes could become megabytes.
    perMessageDeflate: false,
    // What is not for us is refused by the HTTP server, in words.
    destroyUpgrade: false,
  });
  const closeAdapter = env.redisUrl ? await useRedis(io) : async () => {};
  const door = new Door(KNOCK_MS);
  door.guard(io);
  if (env.socketPolling) io.engine.on('headers', neverGuessed);
  io.use((socket, next) => handshake(socket, door, next));
  io.on('connection', async (socket) => {
    const { user, deviceId, sessionKey: key } = socket.data;
    // Frees the handshake request, which has been read by now: about a tenth of an idle socket's memory.
    Object.assign(socket.conn, { request: null });
    for (const register of features) void register(socket);
    socket.onAny(answerUnknown);
    await socket.join([userRoom(user.id), deviceRoom(user.id, deviceId), sessionRoom(key)]);
    // Asked again now that it would be cut with its session: one that ended since the handshake was not.
    if (!(await sessionUser(tokenOf(socket)).catch(() => null))) socket.disconnect(true);
  });
  attachPublisher(io);
  return {
    io,
    /** Ends every socket, and the HTTP server with its last request: what that changes, other processes still hear. */
    async close() {
      // The polls that are answered now would keep their connections for the next ones, and us from ending.
      io.engine.on('headers', (headers: Record<string, string>) => void (headers.Connection = 'close'));
      await io.close();
    },
    async stopPublishing() {
      attachPublisher(null);
      await closeAdapter();
    },
  };
}

/** What is polled is shown to nobody as a page, whatever somebody wrote into it. */
const neverGuessed = (headers: Record<string, string>) => void (headers['X-Content-Type-Options'] = 'nosniff');

/** Who it is comes from the session cookie, or `auth.token`; an id in the query or payload is never read. */
async function handshake(socket: AppSocket, door: Door, next: (error?: Error) => void) {
  try {
    const { deviceId } = socket.handshake.auth as Record<string, unknown>;
    const token = tokenOf(socket);
    const user = await sessionUser(token);
    if (!user || !token) return next(new Error('unauthenticated'));
    if (!door.admit(socket, user.id)) return next(new Error('too_many_sockets'));
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
  return tokenInCookie(handshake.headers.cookie) ?? (typeof given === 'string' ? given : undefined);
}
