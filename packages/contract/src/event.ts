import type { SpecificError } from './errors.js';
import type { Fields, Infer } from './fields.js';
import type { Refusal } from './refusals.js';
import type { Role } from './roles.js';
import type { DataAnswer } from './route.js';

/** What an ack carries. */
export type Reply<T> = { ok: true; data: T } | { ok: false; error: Refusal };
export type Ack<T> = (reply: Reply<T>) => void;

interface Declaration {
  readonly name: string;
  /** Who may send it at all; anybody else is answered `forbidden` before the handler runs. */
  readonly allow: readonly Role[];
  readonly payload: Fields;
  readonly ack: DataAnswer<unknown>;
  /** What its ack may refuse with, besides what every event may (`COMMON_ERRORS`). */
  readonly errors?: readonly SpecificError[];
  /** One sentence for whoever sends it. */
  readonly summary: string;
}

interface ServerDeclaration {
  readonly name: string;
  readonly payload: DataAnswer<unknown>;
  /** Who hears it, in words. */
  readonly to: string;
  readonly summary: string;
}

export type ClientEventDeclaration<D extends Declaration = Declaration> = D & { readonly kind: 'event' };
export type ServerEventDeclaration<D extends ServerDeclaration = ServerDeclaration> = D & {
  readonly kind: 'server-event';
};

/** Declares what a client may send over its socket, and what its ack answers. */
export function event<const D extends Declaration>(declaration: D): ClientEventDeclaration<D> {
  return { ...declaration, kind: 'event' };
}

/** Declares what the server tells of its own accord. A name may be used in both directions. */
export function serverEvent<const D extends ServerDeclaration>(declaration: D): ServerEventDeclaration<D> {
  return { ...declaration, kind: 'server-event' };
}

/** What an event carries, in either direction. */
export type PayloadOf<E> = E extends { readonly payload: DataAnswer<infer T, unknown> }
  ? T
  : E extends { readonly payload: infer F extends Fields }
    ? Infer<F>
    : never;
/** What its ack answers. */
export type AckOf<E> = E extends { readonly ack: DataAnswer<infer T, unknown> } ? T : never;
