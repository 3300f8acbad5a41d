import type { SessionUser } from '@health-connect/contract/accounts';
import type { AckOf, ClientEventDeclaration, PayloadOf, Reply } from '@health-connect/contract/event';
import { env } from '../env.js';
import { refusalOf } from '../http/error-handler.js';
import { isChecked, requireAck, requireRefusal } from '../http/declared.js';
import { ensure, notFound, refused, toAppError } from '../http/errors.js';
import type { Exact } from '../http/exact.js';
import { reader } from '../http/validate.js';
import { logger } from '../lib/logger.js';
import { takeToken } from './flood.js';
import { quickCheck } from './quick-check.js';
import type { AppSocket } from './types.js';

/** What an ack may be given: exactly its data, or nothing where that is null. */
type Returned<E> = AckOf<E> | (null extends AckOf<E> ? void : never);

/** Registers the handler of one event on a socket. */
export type Listen = (socket: AppSocket) => void;

const heard = new Set<string>();
/** The names that some feature listens to. */
export const heardEvents: ReadonlySet<string> = heard;

/**
 * Serves a declared socket event with the rules of an HTTP endpoint: whoever may not is `forbidden` before anything
 * else, the payload is validated, the ack is exactly what is declared. The fields are compiled once; the result
 * registers the handler on a socket. A bad payload gets an error ack and changes nothing.
 */
export function on<E extends ClientEventDeclaration, T extends Returned<E>>(
  event: E,
  handle: (
    socket: AppSocket,
    payload: PayloadOf<E>,
    user: SessionUser,
  ) => Promise<T & Exact<T, Returned<E>>> | (T & Exact<T, Returned<E>>),
): Listen {
  const { name, allow } = event;
  const takeQuickly = quickCheck(event.payload);
  const read = reader('body', event.payload);
  heard.add(name);
  const checked: typeof handle = async (...given) => {
    try {
      const data = await handle(...given);
      requireAck(event, data);
      return data;
    } catch (error) {
      requireRefusal(event, error);
      throw error;
    }
  };
  const work = isChecked ? checked : handle;
  // One function for all sockets (`this` is the one that heard it): a closure each would cost every idle socket.
  async function listener(this: AppSocket, ...given: unknown[]) {
    // An event without payload may come with its ack alone.
    const [payload, ack] = typeof given[0] === 'function' ? [undefined, given[0]] : given;
    const reply = await answer(name, async () => {
      limit(this);
      const { user } = this.data;
      ensure(allow.includes(user.role), 'forbidden');
      const taken = takeQuickly(payload) ?? (await read({ body: payload }));
      return work(this, taken as PayloadOf<E>, user);
    });
    if (typeof ack === 'function') ack(reply);
  }
  return (socket) => void socket.on(name as never, listener as never);
}

/** For what no feature listens to: it counts like any other event, and whoever waits for an answer gets one. */
export function answerUnknown(this: AppSocket, name: string, ...payload: unknown[]): void {
  if (heard.has(name)) return;
  const ack = payload.at(-1);
  const refuse = () => {
    limit(this);
    throw notFound();
  };
  void answer(name, refuse).then((reply) => typeof ack === 'function' && ack(reply));
}

function limit(socket: AppSocket): void {
  const token = env.rateLimit ? takeToken(socket.data.user.id) : 'taken';
  if (token === 'cut') socket.disconnect(true);
  if (token !== 'taken') throw refused('rate_limited');
}

async function answer(name: string, work: () => unknown): Promise<Reply<unknown>> {
  try {
    return { ok: true, data: (await work()) ?? null };
  } catch (error) {
    const failure = toAppError(error);
    if (failure.status >= 500) logger.error({ err: error, event: name }, 'socket event failed');
    return { ok: false, error: refusalOf(failure) };
  }
}
