import type { PageMeta, SpecificError } from './errors.js';
import type { Field, Fields, Infer } from './fields.js';
import type { Role } from './roles.js';

declare const carries: unique symbol;

/** JSON in the envelope: `data` of type T, and `meta` where there is more to say. The types are for the compiler alone. */
export interface DataAnswer<T, Meta = undefined> {
  readonly kind: 'data';
  readonly [carries]?: () => { data: T; meta: Meta };
}

/** Bytes instead of the envelope. */
export interface FileAnswer {
  readonly kind: 'file';
  readonly types: readonly string[];
}

export type AnyAnswer = DataAnswer<unknown, unknown> | FileAnswer;

/** One thing or a whole list. */
export const answers = <T, Meta = undefined>(): DataAnswer<T, Meta> => ({ kind: 'data' });
/** A page of a list; its `meta` has `nextCursor`. */
export const pages = <T, Meta = {}>(): DataAnswer<T[], PageMeta & Meta> => ({ kind: 'data' });
/** `data` is null. */
export const nothing = (): DataAnswer<null> => ({ kind: 'data' });
/** A file of one of these media types. */
export const file = (...types: string[]): FileAnswer => ({ kind: 'file', types });

interface Declaration {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Whole, below `/api`. */
  readonly path: `/${string}`;
  /** Who may ask at all; the use case decides about the thing. No default: a route that forgets it does not compile. */
  readonly allow: readonly Role[] | 'anyone';
  readonly params?: Fields;
  readonly query?: Fields;
  readonly body?: Fields;
  /** Instead of a body: a multipart form of these fields, with one `file` of these media types. */
  readonly form?: { readonly fields: Fields; readonly types: readonly string[] };
  /** Request headers that mean something here, with what they do. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer: AnyAnswer;
  /** Of success; 200 where it says nothing. A handler that may answer with others answers with the first if it is silent. */
  readonly status?: number | readonly [number, ...number[]];
  /** What it may refuse with, besides what every route may (`COMMON_ERRORS`). */
  readonly errors?: readonly SpecificError[];
  /** One sentence for whoever calls it. */
  readonly summary: string;
}

type NameIn<Rest extends string> = Rest extends `${infer Name}/${string}`
  ? NameIn<Name>
  : Rest extends `${infer Name}.${string}`
    ? Name
    : Rest;
/** `/a/:id/b/:other` has `id` and `other`. */
export type ParamNames<Path extends string> = Path extends `${string}/:${infer Rest}`
  ? NameIn<Rest> | ParamNames<`/${Rest}`>
  : never;
type Complete<Path extends string> = [ParamNames<Path>] extends [never]
  ? unknown
  : { readonly params: { readonly [K in ParamNames<Path>]: Field<string> } };

export type Route<D extends Declaration = Declaration> = D & { readonly kind: 'route' };
export type AnyRoute = Route;

/**
 * Declares an endpoint once: the API serves it, the page calls it, the security table, the fuzz and the reference at
 * `/api/docs` read it. Two routes may share method and path where their `allow` tells them apart.
 */
export function route<const D extends Declaration>(declaration: D & Complete<D['path']>): Route<D> {
  return { ...declaration, kind: 'route' };
}

type FieldsOf<R, Part extends string> = R extends { readonly [P in Part]: infer F extends Fields } ? Infer<F> : {};
export type ParamsOf<R> = FieldsOf<R, 'params'>;
export type QueryOf<R> = FieldsOf<R, 'query'>;
export type BodyOf<R> = FieldsOf<R, 'body'>;
export type HeaderOf<R> = R extends { readonly headers: infer H } ? keyof H & string : never;
/** `data` of the answer. */
export type AnswerOf<R> = R extends { readonly answer: DataAnswer<infer T, unknown> } ? T : never;
/** `meta` of the answer; undefined where it has none. */
export type MetaOf<R> = R extends { readonly answer: DataAnswer<unknown, infer Meta> } ? Meta : never;
