import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startFailureText } from './lib/start-failure.js';
import { welcome } from './lib/welcome.js';

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The only file with side effects: env -> database -> app -> sockets -> listen -> graceful stop. */
async function main() {
  // Imported here, so that a bad environment is a list of problems and not a stack trace.
  const { logger } = await import('./lib/logger.js');
  const { startServer } = await import('./server.js');
  const { env } = await import('./env.js');

  const server = await startServer({ ...(existsSync(WEB_ROOT) && { webRoot: WEB_ROOT }) });
  logger.info({ port: server.port }, `Health-Connect listens on ${env.publicUrl}`);
  process.stdout.write(welcome(env.publicUrl, server.port, env.seedDemo));
  process.send?.({ ready: true, port: server.port });

  let stopping = false;
  const stop = async (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(exitCode);
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  void server.failed.then((error) => {
    logger.fatal({ err: error }, 'the database does not start any more');
    return stop(1);
  });
}

main().catch((error: Error) => {
  process.stderr.write(`${startFailureText(error)}\n`);
  process.exit(1);
});
