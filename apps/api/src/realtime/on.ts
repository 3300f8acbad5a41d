import type { SessionUser } from '@health-connect/contract/accounts';
import type { Fields, Infer } from '@health-connect/contract/fields';
import type { Ack, ClientEvent, ClientToServerEvents, Reply } from '@health-connect/contract/realtime';
import { env } from '../env.js';
import { AppError, notFound, toAppError } from '../http/errors.js';
import { reader } from '../http/validate.js';
import { logger } from '../lib/logger.js';
import { takeToken } from './flood.js';
import { quickCheck } from './quick-check.js';
import type { AppSocket } from './types.js';

type AckData<E extends ClientEvent> = Parameters<ClientToServerEvents[E]>[1] extends Ack<infer T> | undefined
  ? T
  : never;
type Payload<E extends ClientEvent> = Parameters<ClientToServerEvents[E]>[0];
type Handler<E extends ClientEvent, F extends Fields> = (
  socket: AppSocket,
  payload: Infer<F>,
  user: SessionUser,
) => Promise<AckData<E>> | AckData<E>;

/** Every declared event with its fields: the security and fuzz tests go through all of them. */
export const declaredEvents = new Map<ClientEvent, Fields>();

/**
 * Declares a socket event with the validation and error shape of an HTTP endpoint. The fields are compiled once;
 * the result registers the handler on a socket. A bad payload gets an error ack and changes nothing.
 */
export function event<E extends ClientEvent, F extends Fields>(
  name: E,
  fields: Infer<F> extends Payload<E> ? F : never,
  handle: Handler<E, F>,
): (socket: AppSocket) => void {
  const takeQuickly = quickCheck(fields as F);
  const read = reader('body', fields as F);
  declaredEvents.set(name, fields as Fields);
  // One function for all sockets (`this` is the one that heard it): a closure each would cost every idle socket.
  async function listener(this: AppSocket, ...given: unknown[]) {
    // An event without payload may come with its ack alone.
    const [payload, ack] = typeof given[0] === 'function' ? [undefined, given[0]] : given;
    const reply = await answer(name, async () => {
      limit(this);
      return handle(this, takeQuickly(payload) ?? (await read({ body: payload })), this.data.user);
    });
    if (typeof ack === 'function') ack(reply);
  }
  return (socket) => void socket.on(name, listener as never);
}

/** For what no feature listens to: it counts like any other event, and whoever waits for an answer gets one. */
export function answerUnknown(this: AppSocket, name: string, ...payload: unknown[]): void {
  if (declaredEvents.has(name as ClientEvent)) return;
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
  if (token !== 'taken') throw new AppError('rate_limited', 'That was too often. Please slow down.');
}

async function answer<T>(name: string, work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, data: (await work()) ?? (null as T) };
  } catch (error) {
    const failure = toAppError(error);
    if (failure.status >= 500) logger.error({ err: error, event: name }, 'socket event failed');
    const { errors } = failure.details;
    return { ok: false, error: { code: failure.code, message: failure.message, ...(errors && { errors }) } };
  }
}
