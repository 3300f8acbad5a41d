import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEMO_DOORS, DEMO_PASSWORD } from '@health-connect/contract/demo';
import { startFailureText } from './lib/start-failure.js';

const WEB_ROOT = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** The only file with side effects: env -> database -> app -> sockets -> listen -> graceful stop. */
async function main() {
  // Imported here, so that a bad environment is a list of problems and not a stack trace.
  const { logger } = await import('./lib/logger.js');
  const { startServer } = await import('./server.js');
  const { env } = await import('./env.js');

  const server = await startServer({ ...(existsSync(WEB_ROOT) && { webRoot: WEB_ROOT }) });
  logger.info({ port: server.port }, `Health-Connect listens on ${env.publicUrl}`);
  process.stdout.write(welcome(env.publicUrl, env.seedDemo));
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

/** The one line that a newcomer needs. */
function welcome(url: string, demo: boolean): string {
  const people = DEMO_DOORS.map(({ email, role }) => `${email} (${role})`).join(' or ');
  return `\nHealth-Connect is ready: ${url}${demo ? `  Sign in as ${people}, password ${DEMO_PASSWORD}` : ''}\n`;
}

main().catch((error: Error) => {
  process.stderr.write(`${startFailureText(error)}\n`);
  process.exit(1);
});
