import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './server.js';

/** Programs of the machine that some journeys need; where one is missing they are skipped and say so. */
export const isInstalled = (program: string) => spawnSync('which', [program]).status === 0;

export interface Outside {
  url: string;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<Outside> {
  const port = await freePort();
  const child = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
  await untilListening(port, child);
  return { url: `redis://127.0.0.1:${port}`, stop: () => end(child) };
}

/** coturn on loopback with time-limited credentials, as docker-compose.yml runs it. */
export async function startTurn(secret: string): Promise<Outside> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'health-connect-turn-'));
  const lines = [
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    `listening-port=${port}`,
    'min-port=49160',
    'max-port=49260',
    'realm=health-connect.test',
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    'fingerprint',
    'allow-loopback-peers',
    'no-cli',
    'no-tls',
    'no-dtls',
    'no-rfc5780',
    'no-multicast-peers',
    'user-quota=60',
    'log-file=stdout',
    `pidfile=${join(folder, 'turn.pid')}`,
    `userdb=${join(folder, 'turn.db')}`,
  ];
  const file = join(folder, 'turnserver.conf');
  await writeFile(file, lines.join('\n'));
  const child = spawn('turnserver', ['-c', file], { stdio: 'ignore' });
  await untilListening(port, child);
  return {
    url: `turn:127.0.0.1:${port}`,
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(port: number, child: ChildProcess) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnfile} ended with ${child.exitCode}.`);
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
