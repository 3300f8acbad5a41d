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
  /** Ends the process and keeps its data and port; `comeBack` starts it again, at the same time of its clock. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A server of its own with an empty embedded database, the built page and a movable clock. */
export async function startTestServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'health-connect-e2e-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const start = () =>
    fork('test/serve.ts', {
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
  let child = start();
  let ahead = 0;
  await answer(child);

  async function advanceMinutes(minutes: number) {
    child.send({ advanceMinutes: minutes });
    ahead += minutes;
    const { now } = await answer(child);
    return new Date(now ?? 0);
  }
  async function goAway() {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  return {
    url,
    advanceMinutes,
    goAway,
    async comeBack() {
      child = start();
      await answer(child);
      const before = ahead;
      ahead = 0;
      if (before > 0) await advanceMinutes(before);
    },
    async stop() {
      if (child.exitCode === null) await goAway();
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
