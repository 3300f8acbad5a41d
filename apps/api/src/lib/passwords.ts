import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { type Asker, HashQueue } from './hash-queue.js';

/** bcrypt reads 72 bytes and ignores the rest: longer passwords are refused, not cut. */
export const MAX_PASSWORD_BYTES = 72;
export const fitsBcrypt = (password: string) => Buffer.byteLength(password) <= MAX_PASSWORD_BYTES;

// Hashing is pure JavaScript and takes about 0.2 s: on the event loop twenty logins would freeze everyone.
const THREADS = Math.max(1, availableParallelism() - 1);
const pool = new Piscina({
  filename: new URL('./password-worker.mjs', import.meta.url).href,
  minThreads: 0,
  maxThreads: THREADS,
  idleTimeout: 30_000,
  // The worker is plain JavaScript: the loader of this process would start a compiler in each thread and leave it behind.
  execArgv: [],
});

/** Twenty take about five seconds of one thread: nobody who is let wait has gone away by then. */
const queue = new HashQueue({ atOnce: THREADS, each: 2, most: 20 });

/** @throws QueueFull */
export const hashPassword = (password: string, asker: Asker): Promise<string> =>
  queue.run(asker, () => pool.run({ task: 'hash', password }));

/** @throws QueueFull */
export const verifyPassword = (password: string, hash: string, asker: Asker): Promise<boolean> =>
  queue.run(asker, () => pool.run({ task: 'verify', password, hash }));

/** The server itself, as it makes the demo people. */
export const THE_SERVER: Asker = { key: 'server', failures: 0 };

/** Compared against when the account does not exist, so that both answers take as long. */
export const DUMMY_HASH = '$2b$12$MfblsVMvHKXBzI4Czz/TfecHcZH6/33ChxtcgU8LQN0FKqFPKOHv6';

export const stopPasswordWorkers = () => pool.destroy();
