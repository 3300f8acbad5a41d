import { createAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import { env } from '../env.js';
import { logger } from '../lib/logger.js';
import type { AppServer } from './types.js';

/** Several server processes: rooms span them by Redis publish/subscribe. */
export async function useRedis(io: AppServer) {
  const publisher = createClient({ url: env.redisUrl });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber]) {
    client.on('error', (error: Error) => logger.warn({ err: error }, 'redis'));
    await client.connect();
  }
  forgive(publisher, ['publish']);
  forgive(subscriber, ['unsubscribe', 'pUnsubscribe']);
  io.adapter(createAdapter(publisher, subscriber));
  return async () => {
    // One that lost its connection would wait for it to come back.
    for (const client of [publisher, subscriber]) await (client.isReady ? client.close() : client.destroy());
  };
}

/** The adapter waits for no answer: one that fails because the connection was lost must not end the process. */
function forgive<C extends object>(client: C, commands: (keyof C & string)[]): void {
  for (const command of commands) {
    const send = (client[command] as (...given: unknown[]) => Promise<unknown>).bind(client);
    const forgiving = (...given: unknown[]) =>
      send(...given).catch((error: unknown) => logger.warn({ err: error }, 'redis'));
    Object.assign(client, { [command]: forgiving });
  }
}
