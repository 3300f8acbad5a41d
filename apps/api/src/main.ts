import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The only file with side effects: env -> database -> app -> sockets -> listen -> graceful stop. */
async function main() {
  // Imported here, so that a bad environment is a list of problems and not a stack trace.
  const { logger } = await import('./lib/logger.js');
  const { startServer } = await import('./server.js');
  const { env } = await import('./env.js');

  const server = await startServer({ ...(existsSync(WEB_ROOT) && { webRoot: WEB_ROOT }) });
  logger.info({ port: server.port }, `Health-Connect listens on ${env.publicUrl}`);
  process.send?.({ ready: true, port: server.port });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.constructor.name === 'EnvError' ? error.message : error.stack}\n`);
  process.exit(1);
});
