import { checkDirectory } from './directory-check.js';
import { lockDirectory } from './directory-lock.js';
import type { ChildOptions, ChildReport } from './protocol.js';
import { openDatabase } from '../database.js';
import { listen } from '../wire/server.js';

/** MongoDB looks for expired documents once a minute. */
const EXPIRY_MS = 60_000;

const report = (message: ChildReport): void => void process.send?.(message);

async function run(options: ChildOptions): Promise<void> {
  await lockDirectory(options.dataDir);
  checkDirectory('.');
  const database = openDatabase('.', options.durable);
  const server = await listen(options.address, database.services);
  const expiry = setInterval(() => {
    database.expire().catch((error: unknown) => report({ kind: 'problem', message: String(error) }));
  }, options.expiryMs ?? EXPIRY_MS);

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    clearInterval(expiry);
    void server
      .close()
      .then(database.close)
      .finally(() => process.exit(0));
  };
  process.on('message', (message) => {
    if (message === 'stop') stop();
  });
  process.on('disconnect', stop);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
  if (!process.connected) stop();
  report({ kind: 'ready', port: server.port });
}

run(JSON.parse(process.argv[2] ?? '{}') as ChildOptions).catch((error: unknown) => {
  report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  process.disconnect?.();
  process.exitCode = 1;
  setImmediate(() => process.exit(1));
});
