import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { chooseAddress, uriOf } from '@health-connect/embedded-mongo/process/address';

const SERVE = fileURLToPath(new URL('./serve.ts', import.meta.url));

/** The whole server in a process of its own, with the embedded database in another one. */
export interface RealServer {
  url: string;
  isAlive(): boolean;
  /** SIGKILL: neither it nor its database is asked. */
  kill(): void;
  /** Resolves when the process is gone. */
  ended: Promise<unknown>;
  /** Moves its clock. */
  advanceMinutes(minutes: number): Promise<void>;
  pid: number;
  /** Stores each event that it tells, in the collection `noted`; none before so many processes tell one. */
  noteEvents(processes?: number): Promise<void>;
  /** From now on whoever listens in it never comes to an end. */
  hang(): Promise<void>;
  /** As an operator ends it. */
  stop(): Promise<void>;
}

/** Node under a limit on the size of files, which it and its database meet like a full disk. */
const LIMITED = fileURLToPath(new URL('./limited-node.sh', import.meta.url));

/**
 * Starts the server on a data directory, with the environment of these tests and what `settings` say otherwise; throws
 * when it does not start. `largestFileKb` is what a file of its may have.
 */
export async function startRealServer(
  dataDir: string,
  settings: Record<string, string> = {},
  { largestFileKb }: { largestFileKb?: number } = {},
): Promise<RealServer> {
  const child = fork(SERVE, {
    execArgv: ['--import', 'tsx'],
    ...(largestFileKb && { execPath: '/bin/sh', execArgv: [LIMITED, String(largestFileKb), '--import', 'tsx'] }),
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      MONGODB_URI: '',
      // A few people stand for the bookings of many.
      BOOKINGS_PER_DOCTOR: '10000',
      BOOKINGS_PER_PATIENT: '10000',
      ...settings,
    },
  });
  const ended = once(child, 'exit');
  const port = await portOf(child, ended);
  const order = async (message: object) => {
    child.send(message);
    await once(child, 'message');
  };
  return {
    url: `http://127.0.0.1:${port}`,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => void child.kill('SIGKILL'),
    ended,
    advanceMinutes: (minutes) => order({ advanceMinutes: minutes }),
    pid: child.pid!,
    noteEvents: (processes = 1) => order({ noteEvents: processes }),
    hang: () => order({ hang: true }),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function portOf(child: ChildProcess, ended: Promise<unknown[]>): Promise<number> {
  const early = ended.then(([code]) => {
    throw new Error(`The server ended with ${String(code)} while it started.`);
  });
  const [message] = await Promise.race([once(child, 'message'), early]);
  return (message as { port: number }).port;
}

/** Where that server keeps its database. */
export const databaseDirOf = (dataDir: string) => join(dataDir, 'database');

/** The address of its database, for looking past the server. */
export const databaseUriOf = (dataDir: string) => uriOf(chooseAddress(databaseDirOf(dataDir)).address);

/** The process of its database, which tells its id to whoever asks at its lock. */
export async function databasePidOf(dataDir: string): Promise<number> {
  return Number(await text(createConnection(join(databaseDirOf(dataDir), 'owner.sock'))));
}
