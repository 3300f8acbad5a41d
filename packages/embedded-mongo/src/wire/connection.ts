import type { Socket } from 'node:net';
import { MongoFailure } from '../errors.js';
import { answer, failureReply } from '../commands/dispatch.js';
import type { Services } from '../commands/request.js';
import type { Doc } from '../bson/types.js';
import { BadFrame, Framer } from './frame.js';
import { type Incoming, readMessage, writeReply } from './message.js';

const INVALID_BSON = 22;

/** Serves one client: its commands one after the other, in the order they came. Bad bytes end this connection only. */
export function serveConnection(socket: Socket, services: Services): void {
  const framer = new Framer();
  let last: Promise<void> = Promise.resolve();
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const message of framer.push(chunk)) {
        const incoming = readMessage(message);
        last = last.then(() => handle(socket, services, incoming)).catch(() => void socket.destroy());
      }
    } catch {
      socket.destroy();
    }
  });
}

async function handle(socket: Socket, services: Services, incoming: Incoming): Promise<void> {
  const reply = await replyTo(services, incoming);
  if (incoming.quiet || socket.destroyed) return;
  if (!socket.write(writeReply(incoming, reply))) await drained(socket);
}

async function replyTo(services: Services, incoming: Incoming): Promise<Doc> {
  let command: Doc;
  try {
    command = incoming.command();
  } catch (error) {
    if (error instanceof BadFrame || !(error instanceof MongoFailure) || error.code === INVALID_BSON) throw error;
    return failureReply(error);
  }
  return answer(services, command);
}

/** Waits until the client has taken what was written, so that a slow one does not fill the memory. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
