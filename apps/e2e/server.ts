import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const API = fileURLToPath(new URL('../api/', import.meta.url));

export interface TestServer {
  url: string;
  /** Moves the server's clock; never waits. */
  advanceMinutes(minutes: number): Promise<Date>;
  stop(): Promise<void>;
}

/** A server of its own with an empty embedded database, the built page and a movable clock. */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'health-connect-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = fork('test/serve.ts', {
    cwd: API,
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      RATE_LIMIT: 'off',
      SEED_DEMO: 'false',
      AUTO_VERIFY_DOCTORS: 'true',
      // Both browsers are on this machine: host candidates are enough, and there is no way out to a STUN server.
      STUN_URLS: 'none',
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  await answer(child);
  return {
    url,
    async advanceMinutes(minutes) {
      child.send({ advanceMinutes: minutes });
      const { now } = await answer(child);
      return new Date(now ?? 0);
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The next message of the server, or its death. */
async function answer(child: ChildProcess): Promise<{ now?: number }> {
  const dead = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ended with ${code}; see its output above.`);
  });
  const [message] = await Promise.race([once(child, 'message'), dead]);
  return message as { now?: number };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
