import type { LiveLink } from '../src/lib/live-link.js';

type Handler = (payload: never) => void;

/** Stands for the server behind a LiveLink: it answers requests as told, and says what a test lets it say. */
export class FakeLink {
  /** Every request, in order. */
  readonly requests: { event: string; payload: Record<string, unknown> }[] = [];
  /** Answers a request; a throw is a refusal. */
  answer: (event: string, payload: Record<string, unknown>) => unknown = () => null;
  #handlers = new Map<string, Set<Handler>>();

  readonly link = {
    send: async ({ name }: { name: string }, payload: Record<string, unknown>) => {
      this.requests.push({ event: name, payload });
      return this.answer(name, payload);
    },
    listen: ({ name }: { name: string }, handler: Handler) => this.#listen(name, handler),
    onConnect: (handler: () => void) => this.#listen('connect', handler),
  } as unknown as LiveLink;

  say(event: string, payload?: unknown) {
    for (const handler of [...(this.#handlers.get(event) ?? [])]) handler(payload as never);
  }

  listeners() {
    return [...this.#handlers.values()].reduce((count, handlers) => count + handlers.size, 0);
  }

  asked(event: string) {
    return this.requests.filter((request) => request.event === event).map(({ payload }) => payload);
  }

  #listen(event: string, handler: Handler) {
    const handlers = this.#handlers.get(event) ?? new Set();
    this.#handlers.set(event, handlers.add(handler));
    return () => void handlers.delete(handler);
  }
}
