/**
 * The real server with a clock that its parent process may move: for end-to-end tests. The clock is passed in here,
 * outside of src, so that the product has no back door to time.
 * Messages: { advanceMinutes } moves it, answered with { now }.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setClock } from '../src/lib/clock.js';
import { startServer } from '../src/server.js';

const webRoot = fileURLToPath(new URL('../../web/dist', import.meta.url));
let offset = 0;
setClock(() => Date.now() + offset);

const server = await startServer(existsSync(webRoot) ? { webRoot } : {});
process.send?.({ port: server.port });

process.on('message', (message: { advanceMinutes?: number }) => {
  offset += (message.advanceMinutes ?? 0) * 60_000;
  process.send?.({ now: Date.now() + offset });
});
const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('disconnect', stop);
