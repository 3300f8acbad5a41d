import { mkdirSync, statSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';

/** Thrown when another process owns the directory. */
class DirectoryInUse extends Error {}

const LOCK_FILE = 'owner.sock';

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(true));
  });
}

/** Does a living process listen on this socket? It answers with its process id. */
function ownerOf(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = '';
    let connected = false;
    const socket = connect(path, () => (connected = true));
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(connected ? said || 'unknown' : undefined));
  });
}

const refusal = (directory: string, owner: string): DirectoryInUse =>
  new DirectoryInUse(
    `the data directory ${directory} is in use by process ${owner}; stop that one first or set another directory`,
  );

/** A name that the system frees by itself when the process ends; only Linux and Windows have such names. */
function systemName(directory: string): string | undefined {
  const { dev, ino } = statSync(directory);
  if (process.platform === 'linux') return `\0health-connect-mongo-${dev}-${ino}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\health-connect-mongo-${dev}-${ino}` : undefined;
}

const answering = (): Server => createServer((socket) => socket.on('error', () => undefined).end(String(process.pid)));

async function claim(directory: string, name: string): Promise<void> {
  const server = answering();
  if (!(await listen(server, name))) throw refusal(directory, (await ownerOf(name)) ?? 'unknown');
}

/**
 * The socket file also keeps out processes that do not see our system name, such as those in another container. One
 * that nobody answers on was left behind by a killed process and is taken over.
 */
async function claimFile(directory: string): Promise<void> {
  if (await listen(answering(), LOCK_FILE)) return;
  const owner = await ownerOf(LOCK_FILE);
  if (owner !== undefined) throw refusal(directory, owner);
  unlinkSync(LOCK_FILE);
  await claim(directory, LOCK_FILE);
}

/**
 * Makes this process the only owner of the directory until it ends, and enters it: relative to it the name of the
 * socket is short enough however deep the directory lies. Throws `DirectoryInUse`.
 */
export async function lockDirectory(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  process.chdir(directory);
  const name = systemName(directory);
  if (name) await claim(directory, name);
  if (process.platform !== 'win32') await claimFile(directory);
}
