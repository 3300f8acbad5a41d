import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Address } from '../wire/server.js';

/** Systems cut the path of a socket at 104 bytes or a little more. */
const MAX_SOCKET_PATH = 100;
const SOCKET_FILE = 'mongo.sock';

export interface ChosenAddress {
  address: Address;
  /** Removes what was made for the address. */
  release: () => void;
}

/** A socket in the data directory; in a directory of its own when that path is too long; a free port on Windows. */
export function chooseAddress(dataDir: string): ChosenAddress {
  if (process.platform === 'win32') return { address: { port: 0 }, release: () => undefined };
  const path = join(dataDir, SOCKET_FILE);
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH) return { address: { path }, release: () => undefined };
  const directory = mkdtempSync(join(tmpdir(), 'health-connect-'));
  chmodSync(directory, 0o700);
  return {
    address: { path: join(directory, SOCKET_FILE) },
    release: () => rmSync(directory, { recursive: true, force: true }),
  };
}

/** The address as `mongoose.connect` takes it. */
export function uriOf(address: Address): string {
  const host = 'path' in address ? encodeURIComponent(address.path) : `127.0.0.1:${address.port}`;
  return `mongodb://${host}/health-connect?directConnection=true`;
}
