import type { PageMeta } from '@health-connect/contract/errors';

interface More {
  /** One of those that the route declares; the first where it says nothing. */
  status?: number;
}

/** What a handler returns when there is more to say than the data. */
export class Answer<T, Meta = undefined> {
  constructor(
    readonly data: T,
    readonly meta: Meta,
    readonly more: More = {},
  ) {}
}

export const answer = <T>(data: T, more: More): Answer<T> => new Answer(data, undefined, more);

export const withMeta = <T, Meta extends object>(data: T, meta: Meta): Answer<T, Meta> => new Answer(data, meta);

/** A page of a list: `meta.nextCursor` is null at the end. */
export const page = <T, Meta extends object = {}>(
  items: T[],
  nextCursor: string | null,
  meta?: Meta,
): Answer<T[], PageMeta & Meta> => new Answer(items, { ...(meta as Meta), nextCursor });

/** Bytes instead of the envelope, of a route that answers a file. */
export class SentFile {
  constructor(
    readonly content: string | Buffer,
    readonly options: {
      type: string;
      /** It is to be saved under this name. */
      saveAs?: string;
      headers?: Record<string, string>;
    },
  ) {}
}
