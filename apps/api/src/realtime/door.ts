import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket as Connection } from 'node:net';
import { env } from '../env.js';
import { addressOf } from '../http/address.js';
import { type AppError, refused } from '../http/errors.js';
import { refuseOn } from '../http/http-server.js';
import { Crowd } from '../lib/crowd.js';
import { type Asked, comesFromElsewhere, isPolling, LAST_WORDS_MS, PollingSessions, type Session } from './polling.js';
import type { AppServer, AppSocket } from './types.js';

/** Whoever has not said who they are by then is put out. */
export const KNOCK_MS = 10_000;

/** What lasts as long as somebody is here: a websocket's connection, or the session that requests of long polling make up. */
interface Stay {
  cut(): void;
  isOver(): boolean;
  onOver(listener: () => void): void;
}

/**
 * Stands before the sockets of this process: lets in only what may become one, and only so many at once from one
 * address that have not said who they are. Those who have are counted by account alone: a clinic is one address.
 */
export class Door {
  constructor(private readonly timeoutMs: number) {}

  readonly #knocking = new Crowd();
  readonly #accounts = new Crowd();
  /** Both by the request that began it. */
  readonly #stays = new WeakMap<IncomingMessage, Stay>();
  readonly #leave = new WeakMap<IncomingMessage, () => void>();
  readonly #polling = new PollingSessions();

  guard(io: AppServer): void {
    io.engine.use((req: Asked, res: ServerResponse, next: () => void) => {
      const refusal = refusalOf(req) ?? (req._query.sid ? this.#polling.refusalOf(req, res) : this.#knock(req, res));
      if (!refusal) return next();
      refuseOn(req.socket, refusal);
      cutSoon(req);
    });
    io.engine.on('connection', (session: Session) => {
      if (session.transport.name === 'polling') this.#beginPolling(session);
    });
  }

  #knock(req: Asked, res: ServerResponse): AppError | null {
    if (env.rateLimit) {
      const leave = this.#knocking.enter(addressOf(req), env.socketsPerAddress);
      if (!leave) {
        return refused('too_many_connections', { retryAfterSeconds: Math.ceil(this.timeoutMs / 1000) });
      }
      this.#leave.set(req, leave);
    }
    if (!isPolling(req)) this.#begin(req, stayOf(req.socket));
    // Where no session came of it nobody else would let them out.
    else res.once('close', () => this.#stays.has(req) || this.#leave.get(req)?.());
    return null;
  }

  #beginPolling(session: Session) {
    this.#polling.add(session);
    this.#begin(session.request, {
      cut: () => session.close(true),
      isOver: () => session.readyState === 'closed',
      onOver: (listener) => session.once('close', listener),
    });
  }

  #begin(req: IncomingMessage, stay: Stay) {
    this.#stays.set(req, stay);
    const leave = this.#leave.get(req);
    if (!leave) return;
    // Cut, and not asked to close: whoever says nothing may not answer that either.
    const late = setTimeout(() => stay.cut(), this.timeoutMs);
    const leaveInTime = () => {
      clearTimeout(late);
      leave();
    };
    this.#leave.set(req, leaveInTime);
    stay.onOver(leaveInTime);
  }

  /** False where the account has as many as it may have. The newest is refused: the others may hold a consult. */
  admit({ request }: AppSocket, userId: string): boolean {
    if (!env.rateLimit) return true;
    const leave = this.#accounts.enter(userId, env.socketsPerAccount);
    if (!leave) return false;
    const stay = this.#stays.get(request);
    if (!stay || stay.isOver()) leave();
    else stay.onOver(leave);
    this.#leave.get(request)?.();
    return true;
  }
}

/** What somebody goes on sending after a refusal is let by for a moment, so that they can read it, and then cut. */
function cutSoon(req: Asked) {
  req.resume();
  const late = setTimeout(() => req.socket.destroy(), LAST_WORDS_MS);
  req.socket.once('close', () => clearTimeout(late));
}

const stayOf = (connection: Connection): Stay => ({
  cut: () => connection.destroy(),
  isOver: () => connection.destroyed,
  onOver: (listener) => connection.once('close', listener),
});

function refusalOf(req: Asked): AppError | null {
  const isAllowed = isWebsocket(req) || (env.socketPolling && isPolling(req));
  if (!isAllowed) return refused('websocket_needed');
  if (!comesFromElsewhere(req)) return null;
  return refused('bad_origin');
}

const isWebsocket = ({ headers, _query: query }: Asked) =>
  headers.upgrade?.toLowerCase() === 'websocket' && query.transport === 'websocket' && query.EIO === '4' && !query.sid;
