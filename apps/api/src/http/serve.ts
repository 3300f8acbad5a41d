import type { SessionUser } from '@health-connect/contract/accounts';
import type { SuccessBody } from '@health-connect/contract/errors';
import type { AnyRoute, BodyOf, DataAnswer, FileAnswer, ParamsOf, QueryOf } from '@health-connect/contract/route';
import type { Request, RequestHandler, Response } from 'express';
import { Answer, SentFile } from './answer.js';
import { requireAnswer, requireRefusal } from './declared.js';
import { ensure } from './errors.js';
import type { Exact } from './exact.js';
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

interface Input<R extends AnyRoute> {
  /** Signed in, wherever the route is not for anyone. */
  user: R['allow'] extends 'anyone' ? SessionUser | undefined : SessionUser;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  req: Request;
  res: Response;
}

/** What the handler of a route returns. */
type Returned<R extends AnyRoute> = R['answer'] extends FileAnswer
  ? SentFile
  : R['answer'] extends DataAnswer<infer T, infer Meta>
    ? ([Meta] extends [undefined] ? T : never) | Answer<T, Meta> | ([T] extends [null] ? void : never)
    : never;

/** A declared route with what answers it. */
export interface Served {
  route: AnyRoute;
  before: readonly RequestHandler[];
  handler: RequestHandler;
}

/**
 * Serves a declared route. The handler gets validated input of the declared types and returns exactly the declared
 * answer: one key more does not compile. `before` runs ahead of all that, after the session was read.
 */
export function serve<R extends AnyRoute, const T extends Returned<R>>(
  route: R,
  handle: (input: Input<R>) => Promise<T & Exact<T, Returned<R>>>,
  { before = [] }: { before?: readonly RequestHandler[] } = {},
): Served {
  const { allow } = route;
  const readParams = reader('params', route.params ?? {});
  const readQuery = reader('query', route.query ?? {});
  const readBody = reader('body', route.body ?? {});
  const handler: RequestHandler = async (req, res) => {
    const { user } = res.locals;
    if (allow !== 'anyone') {
      ensure(user, 'unauthenticated');
      ensure(allow.includes(user.role), 'forbidden');
    }
    const input = {
      user,
      params: await readParams(req),
      query: await readQuery(req),
      // A form is read by its handler, once it is known who sends it.
      body: route.form ? {} : await readBody(req),
      req,
      res,
    };
    const result = await handle(input as Input<R>).catch((error: unknown) => {
      requireRefusal(route, error);
      throw error;
    });
    send(res, route, result);
  };
  return { route, before, handler };
}

function send(res: Response, route: AnyRoute, result: unknown) {
  if (result instanceof SentFile) return sendFile(res, result);
  const { data, meta, more } = result instanceof Answer ? result : new Answer(result, undefined);
  requireAnswer(route, data, meta);
  const body = {
    success: true,
    data: data ?? null,
    ...(meta && { meta }),
  } as SuccessBody<unknown>;
  res.status(more.status ?? statusesOf(route)[0]).json(body);
}

function sendFile(res: Response, { content, options: { type, saveAs, headers = {} } }: SentFile) {
  res.set(headers).type(type);
  if (saveAs) res.attachment(saveAs);
  res.send(content);
}

/** The statuses with which a route succeeds. */
export const statusesOf = ({ status = 200 }: AnyRoute): readonly [number, ...number[]] =>
  typeof status === 'number' ? [status] : status;
