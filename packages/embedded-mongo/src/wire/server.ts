import { chmodSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Services } from '../commands/request.js';
import { serveConnection } from './connection.js';

/** Where a server listens: a Unix socket, or where there is none a port of the loopback (0: any free one). */
export type Address = { path: string } | { port: number };

export interface Listening {
  /** The port, when it is one. */
  port: number | undefined;
  close: () => Promise<void>;
}

function bind(server: Server, address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    if ('port' in address) {
      server.listen(address.port, '127.0.0.1', resolve);
      return;
    }
    rmSync(address.path, { force: true });
    const before = process.umask(0o177);
    server.listen(address.path, resolve);
    process.umask(before);
  });
}

/** Serves MongoDB's wire protocol. A Unix socket is for this user alone from its first moment. */
export async function listen(address: Address, services: Services): Promise<Listening> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    serveConnection(socket, services);
  });
  await bind(server, address);
  if ('path' in address) chmodSync(address.path, 0o600);
  const bound = server.address() as AddressInfo | string;
  return {
    port: typeof bound === 'string' ? undefined : bound.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
