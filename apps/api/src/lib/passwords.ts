import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

/** bcrypt reads 72 bytes and ignores the rest: longer passwords are refused, not cut. */
const MAX_PASSWORD_BYTES = 72;
export const fitsBcrypt = (password: string) => Buffer.byteLength(password) <= MAX_PASSWORD_BYTES;

// Hashing is pure JavaScript and takes about 0.2 s: on the event loop twenty logins would freeze everyone.
const pool = new Piscina({
  filename: new URL('./password-worker.mjs', import.meta.url).href,
  minThreads: 0,
  maxThreads: Math.max(1, availableParallelism() - 1),
  idleTimeout: 30_000,
  maxQueue: 500,
  // The worker is plain JavaScript: the loader of this process would start a compiler in each thread and leave it behind.
  execArgv: [],
});

export const hashPassword = (password: string): Promise<string> => pool.run({ task: 'hash', password });

export const verifyPassword = (password: string, hash: string): Promise<boolean> =>
  pool.run({ task: 'verify', password, hash });

/** Compared against when the account does not exist, so that both answers take as long. */
export const DUMMY_HASH = '$2b$12$MfblsVMvHKXBzI4Czz/TfecHcZH6/33ChxtcgU8LQN0FKqFPKOHv6';

export const stopPasswordWorkers = () => pool.destroy();
