import type { AnswerOf, AnyRoute, BodyOf, HeaderOf, MetaOf, ParamsOf, QueryOf } from '@health-connect/contract/route';
import { queryString, request } from './http.js';

type Part<Name extends string, T> = {} extends T
  ? keyof T extends never
    ? {}
    : { readonly [K in Name]?: T }
  : { readonly [K in Name]: T };

/** What need not be there may be null or empty, and is left out of the address. */
type Query<R> = Clearable<QueryOf<R>>;
type Clearable<T> = { readonly [K in keyof T]: {} extends Pick<T, K> ? T[K] | null | '' : T[K] };

/** What a route takes: only what it declares, and what it needs must be there. */
export type CallInput<R extends AnyRoute> = Part<'params', ParamsOf<R>> &
  Part<'query', Query<R>> &
  Part<'body', BodyOf<R>> & {
    readonly headers?: { readonly [K in HeaderOf<R>]?: string };
    readonly signal?: AbortSignal;
    /** Sent twice it means the same. Left out: a PUT, a DELETE, or what carries an `Idempotency-Key`. */
    readonly repeatable?: boolean;
  };
type Args<R extends AnyRoute> = {} extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

/** The same of any route, for the code below. */
interface Input {
  params?: Readonly<Record<string, string>>;
  query?: Parameters<typeof queryString>[0];
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  repeatable?: boolean;
}

/** Calls a declared route and gives the data of its answer; every failure is an ApiError. */
export const call = async <R extends AnyRoute>(route: R, ...args: Args<R>): Promise<AnswerOf<R>> =>
  (await send(route, args[0] as Input)).data as AnswerOf<R>;

/** The same with the answer's `meta`. */
export const callWithMeta = async <R extends AnyRoute>(
  route: R,
  ...args: Args<R>
): Promise<{ data: AnswerOf<R>; meta: MetaOf<R> }> =>
  (await send(route, args[0] as Input)) as { data: AnswerOf<R>; meta: MetaOf<R> };

/** A page of a list; `meta.nextCursor` is null at the end. */
export async function callPage<R extends AnyRoute>(
  route: R,
  ...args: Args<R>
): Promise<{ items: AnswerOf<R>; meta: MetaOf<R> }> {
  const { data, meta } = await send(route, args[0] as Input);
  return { items: data as AnswerOf<R>, meta: { nextCursor: null, ...meta } as MetaOf<R> };
}

/** Where a route is, for what is no call: the address of a file, the target of a form. */
export const addressOf = <R extends AnyRoute>(route: R, input: AddressInput<R>): string => {
  const { params, query } = input as Input;
  return `/api${pathOf(route, params)}${queryString(query)}`;
};
type AddressInput<R extends AnyRoute> = Part<'params', ParamsOf<R>> & Part<'query', Query<R>>;

const send = ({ method, path }: AnyRoute, { params, body, ...options }: Input = {}) =>
  request<unknown>(method.toUpperCase(), pathOf({ path }, params), body, options);

/** Without its parameter a path would lead somewhere else, so nothing is sent. */
const pathOf = ({ path }: Pick<AnyRoute, 'path'>, params: Input['params'] = {}) =>
  path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (!value) throw new Error(`${path} needs its ${name}.`);
    return encodeURIComponent(value);
  });
