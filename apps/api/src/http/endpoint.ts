import type { Role, SessionUser } from '@health-connect/contract/accounts';
import type { SuccessBody } from '@health-connect/contract/errors';
import type { Fields, Infer } from '@health-connect/contract/fields';
import type { Request, RequestHandler, Response } from 'express';
import { ensure } from './errors.js';
import { reader } from './validate.js';

declare global {
  namespace Express {
    interface Locals {
      /** Set by `authenticate`. */
      user?: SessionUser;
      token?: string;
    }
  }
}

interface Declaration<P extends Fields, Q extends Fields, B extends Fields> {
  params?: P;
  query?: Q;
  body?: B;
  status?: number;
}

interface Input<User, P extends Fields, Q extends Fields, B extends Fields> {
  user: User;
  params: Infer<P>;
  query: Infer<Q>;
  body: Infer<B>;
  req: Request;
  res: Response;
}

/** What a handler returns when there is more to say than the data. */
export class Answer<T> {
  constructor(
    readonly data: T,
    readonly extra: { meta?: object; message?: string; status?: number } = {},
  ) {}
}

/** A page of a list: `meta.nextCursor` is null at the end. */
export const page = <T>(items: T[], nextCursor: string | null, meta: object = {}) =>
  new Answer(items, { meta: { ...meta, nextCursor } });

/** A route for signed-in people. `allow` has no default: a route that forgets it does not compile. */
export function endpoint<P extends Fields = {}, Q extends Fields = {}, B extends Fields = {}>(
  declaration: Declaration<P, Q, B> & { allow: readonly Role[] },
  handle: (input: Input<SessionUser, P, Q, B>) => Promise<unknown>,
): RequestHandler {
  return route(declaration, handle, (res) => {
    const { user } = res.locals;
    ensure(user, 'unauthenticated', 'Please sign in.');
    ensure(declaration.allow.includes(user.role), 'forbidden', 'Your account cannot do this.');
    return user;
  });
}

/** A route that anyone may call; another word than `endpoint`, so that being public is seen in review. */
export function publicEndpoint<P extends Fields = {}, Q extends Fields = {}, B extends Fields = {}>(
  declaration: Declaration<P, Q, B>,
  handle: (input: Input<SessionUser | undefined, P, Q, B>) => Promise<unknown>,
): RequestHandler {
  return route(declaration, handle, (res) => res.locals.user);
}

function route<User, P extends Fields, Q extends Fields, B extends Fields>(
  declaration: Declaration<P, Q, B>,
  handle: (input: Input<User, P, Q, B>) => Promise<unknown>,
  identify: (res: Response) => User,
): RequestHandler {
  const readParams = reader('params', declaration.params ?? ({} as P));
  const readQuery = reader('query', declaration.query ?? ({} as Q));
  const readBody = reader('body', declaration.body ?? ({} as B));
  const handler: RequestHandler = async (req, res) => {
    const user = identify(res);
    const [params, query, body] = [await readParams(req), await readQuery(req), await readBody(req)];
    const result = await handle({ user, params, query, body, req, res });
    if (!res.headersSent) send(res, result, declaration.status ?? 200);
  };
  declarations.set(handler, declaration);
  return handler;
}

type Declared = { allow?: readonly Role[] } & Declaration<Fields, Fields, Fields>;
const declarations = new WeakMap<RequestHandler, Declared>();

/** What a route said of itself: the security and fuzz tests go through every route by this. */
export const declarationOf = (handler: RequestHandler): Declared | undefined => declarations.get(handler);

function send(res: Response, result: unknown, status: number) {
  const { data, extra } = result instanceof Answer ? result : new Answer(result);
  const body = {
    success: true,
    data: data ?? null,
    ...(extra.message && { message: extra.message }),
    ...(extra.meta && { meta: extra.meta }),
  } as SuccessBody<unknown>;
  res.status(extra.status ?? status).json(body);
}
