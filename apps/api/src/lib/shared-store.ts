import { createClient } from 'redis';
import { logger } from './logger.js';
import { within } from './within.js';

/** Whoever asks waits so long at most: an answer that comes later is worth less than the request. */
const TIMEOUT_MS = 1000;
/** After a failure nobody asks for so long, so that a Redis that hangs costs one request and not each. */
const REST_MS = 10_000;

export type Redis = ReturnType<typeof open>;

/** What all server processes remember together, in Redis: for what may be answered by this process alone instead. */
export class SharedStore {
  readonly client: Redis;
  private restsUntil = 0;

  constructor(url: string) {
    this.client = open(url);
    this.client.connect().catch((error: unknown) => logger.warn({ err: error }, 'redis'));
  }

  /** What `ask` gives; `alone` where Redis is away, slow or refuses. */
  async try<T>(ask: () => Promise<T>, alone: () => Promise<T>): Promise<T> {
    if (!this.client.isReady || performance.now() < this.restsUntil) return alone();
    try {
      return await within(TIMEOUT_MS, ask());
    } catch (error) {
      this.restsUntil = performance.now() + REST_MS;
      logger.warn({ err: error }, 'redis does not answer: this process counts alone for now');
      return alone();
    }
  }

  stop(): void {
    if (this.client.isOpen) this.client.destroy();
  }
}

function open(url: string) {
  const client = createClient({ url, disableOfflineQueue: true });
  // Without a listener a lost connection would end the process; it is tried again by itself.
  client.on('error', (error: Error) => logger.warn({ err: error }, 'redis'));
  return client;
}
