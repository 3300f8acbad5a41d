import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket as Connection } from 'node:net';
import { env } from '../env.js';
import { addressOf } from '../http/address.js';
import { AppError } from '../http/errors.js';
import { refuseOn } from '../http/http-server.js';
import { isTrustedOrigin } from '../http/origin.js';
import { Crowd } from '../lib/crowd.js';
import type { AppServer, AppSocket } from './types.js';

/** Whoever has not said who they are by then is put out. */
export const KNOCK_MS = 10_000;

type Asked = IncomingMessage & { _query: Record<string, string> };

/**
 * Stands before the websockets of this process: lets in only what may become a socket, and only so many at once from
 * one address that have not said who they are. Those who have are counted by account alone: a clinic is one address.
 */
export class Door {
  constructor(private readonly timeoutMs: number) {}

  readonly #knocking = new Crowd();
  readonly #accounts = new Crowd();
  readonly #leave = new WeakMap<Connection, () => void>();

  guard(io: AppServer): void {
    io.engine.use((req: Asked, _res: ServerResponse, next: () => void) => {
      const refusal = refusalOf(req) ?? this.#knock(req);
      if (!refusal) return next();
      refuseOn(req.socket, refusal);
    });
  }

  #knock(req: Asked): AppError | null {
    if (!env.rateLimit) return null;
    const goneBy = Math.ceil(this.timeoutMs / 1000);
    const leave = this.#knocking.enter(addressOf(req), env.socketsPerAddress);
    if (!leave) return new AppError('rate_limited', 'Too many connections. Please wait.', {}, goneBy);
    // Cut, and not asked to close: whoever says nothing may not answer that either.
    const late = setTimeout(() => req.socket.destroy(), this.timeoutMs);
    const leaveInTime = () => {
      clearTimeout(late);
      leave();
    };
    this.#leave.set(req.socket, leaveInTime);
    req.socket.once('close', leaveInTime);
    return null;
  }

  /** False where the account has as many as it may have. The newest is refused: the others may hold a consult. */
  admit(socket: AppSocket, userId: string): boolean {
    if (!env.rateLimit) return true;
    const { socket: connection } = socket.request;
    const leave = this.#accounts.enter(userId, env.socketsPerAccount);
    if (!leave) return false;
    if (connection.destroyed) leave();
    else connection.once('close', leave);
    this.#leave.get(connection)?.();
    return true;
  }
}

function refusalOf({ headers, _query: query }: Asked): AppError | null {
  const isSocket =
    headers.upgrade?.toLowerCase() === 'websocket' && query.transport === 'websocket' && query.EIO === '4';
  if (!isSocket || query.sid) return new AppError('malformed_request', 'Live events need a websocket.');
  // Browsers always send an Origin; other clients have none and bring their own token.
  if (!headers.origin || isTrustedOrigin(headers.origin, headers.host)) return null;
  return new AppError('bad_origin', 'This request did not come from our own page, so it was refused.');
}
