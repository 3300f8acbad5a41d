import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { env } from '../env.js';

const DIRECTORY = join(env.dataDir, 'tmp');
/** No request lives so long: whatever was left alone for it belongs to nobody. */
const ABANDONED_MS = 15 * 60_000;
const HOST = hostname().replace(/\W/g, '');

/** Where bytes are on their way; beside the uploads, so that a rename can place them. */
export function tempDirectory(): string {
  mkdirSync(DIRECTORY, { recursive: true });
  return DIRECTORY;
}

/** A name there that says whose it is. */
export const tempName = () => `${HOST}_${process.pid}_${randomUUID()}`;

export const tempFile = () => join(tempDirectory(), tempName());

/** Removes a file that may or may not be there. */
export const removeFile = (path: string): Promise<void> => rm(path, { force: true });

/** Removes what processes left behind that were killed, and what nobody has written to for a long time. */
export async function cleanTempFiles(): Promise<void> {
  const names = await readdir(DIRECTORY).catch(() => []);
  for (const name of names) {
    const path = join(DIRECTORY, name);
    if (isOrphan(name) || (await isAbandoned(path))) await removeFile(path);
  }
}

/** Made on this machine by a process that is gone. */
function isOrphan(name: string): boolean {
  const [host, pid] = name.split('_');
  return host === HOST && Number(pid) !== process.pid && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const isAbandoned = (path: string) =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs > ABANDONED_MS,
    () => false,
  );
