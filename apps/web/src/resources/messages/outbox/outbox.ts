import type { Message } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { isApiError, isPassing, messageOf } from '../../../lib/api-error.js';
import { createObservable, type MutableObservable, type Observable } from '../../../lib/observable.js';
import type { LocalImage, OutboxEntry, SendState } from './outbox-entry.js';
import type { OutboxStore } from './outbox-store.js';

export interface Draft {
  text: string;
  image: LocalImage | null;
}

export interface Attempt {
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

export type Send = (entry: OutboxEntry, attempt: Attempt) => Promise<Message>;

interface OutboxDeps {
  store: OutboxStore;
  /** The server has it. */
  onSent: (message: Message) => void;
}

const FIRST_RETRY_MS = 3_000;
const LAST_RETRY_MS = 60_000;

/**
 * Messages on their way, without React. Those to one person leave one after the other, so that they are stored in the
 * order in which they were written. What only the network or the server's own troubles stopped is tried again.
 */
export class Outbox implements Observable<readonly OutboxEntry[]> {
  readonly #entries: MutableObservable<readonly OutboxEntry[]>;
  private readonly busyWith = new Set<string>();
  private readonly attempts = new Map<string, AbortController>();
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private send: Send | null = null;

  constructor(private readonly deps: OutboxDeps) {
    this.#entries = createObservable<readonly OutboxEntry[]>(deps.store.load());
  }

  get = () => this.#entries.get();
  subscribe = (listener: (entries: readonly OutboxEntry[]) => void) => this.#entries.subscribe(listener);

  add(to: string, { text, image }: Draft) {
    const clientId = crypto.randomUUID();
    const createdAt = new Date().toISOString();
    const entry: OutboxEntry = { clientId, to, text, image, createdAt, state: { status: 'sending' } };
    this.deps.store.keep(entry);
    this.#entries.set([...this.get(), entry]);
    this.flush();
  }

  /** Tries one that failed again; with it all that wait only for a connection. */
  retry(clientId: string) {
    this.setState(clientId, { status: 'sending' });
    this.flush();
  }

  /** Takes back what was not sent, or forgets what the server has. */
  remove(clientId: string) {
    const entry = this.get().find((one) => one.clientId === clientId);
    if (!entry) return;
    this.attempts.get(clientId)?.abort();
    this.deps.store.drop(clientId);
    if (entry.image) URL.revokeObjectURL(entry.image.src);
    this.#entries.set(this.get().filter((one) => one !== entry));
  }

  /** Sends all that was not refused. */
  flush() {
    clearTimeout(this.retryTimer);
    const waits = ({ state }: OutboxEntry) => state.status === 'failed' && state.passing;
    if (this.get().some(waits)) {
      this.#entries.set(this.get().map((one) => (waits(one) ? { ...one, state: { status: 'sending' } } : one)));
    }
    for (const to of new Set(this.get().map((one) => one.to))) void this.sendAll(to);
  }

  /** The way that messages take from now on, such as a socket that came back; all that waits takes it at once. */
  sendThrough(send: Send) {
    this.send = send;
    this.flush();
  }

  /** Ends all attempts; what was not sent stays in the store. */
  stop() {
    this.send = null;
    clearTimeout(this.retryTimer);
    for (const attempt of this.attempts.values()) attempt.abort();
  }

  private async sendAll(to: string) {
    if (this.busyWith.has(to)) return;
    this.busyWith.add(to);
    const next = () => this.get().find((one) => one.to === to && one.state.status === 'sending');
    for (let entry = next(); entry && this.send; entry = next()) await this.attempt(entry, this.send);
    this.busyWith.delete(to);
  }

  private async attempt(entry: OutboxEntry, send: Send) {
    const { clientId } = entry;
    const attempt = new AbortController();
    this.attempts.set(clientId, attempt);
    const onProgress = (progress: number) => this.setState(clientId, { status: 'sending', progress });
    try {
      this.deps.onSent(await send(entry, { onProgress, signal: attempt.signal }));
      this.remove(clientId);
      this.retryMs = FIRST_RETRY_MS;
    } catch (error) {
      if (!attempt.signal.aborted) this.fail(entry, error);
    } finally {
      this.attempts.delete(clientId);
    }
  }

  /** Without a connection the others to the same person would fail alike, so they wait with it, in their order. */
  private fail({ clientId, to }: OutboxEntry, error: unknown) {
    const passing = isPassing(error);
    const state: SendState = {
      status: 'failed',
      get reason() {
        return reasonOf(error);
      },
      passing,
    };
    if (!passing) return this.setState(clientId, state);
    const waits = (one: OutboxEntry) => one.to === to && one.state.status === 'sending';
    this.#entries.set(this.get().map((one) => (waits(one) ? { ...one, state } : one)));
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.flush(), this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private setState(clientId: string, state: SendState) {
    this.#entries.set(this.get().map((one) => (one.clientId === clientId ? { ...one, state } : one)));
  }
}

function reasonOf(error: unknown) {
  if (isApiError(error, 'network')) return t`No connection.`;
  // Who may not write is told what a stranger is told; here the two know each other.
  if (isApiError(error, 'not_found')) return t`You cannot write to this person now.`;
  return messageOf(error);
}
