import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbeddedMongo } from '../src/start.js';
import { isAlive, until } from './wait.js';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function tempDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'embedded-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function start(dataDir: string, log?: (line: string) => void) {
  const mongo = await startEmbeddedMongo({ dataDir, log });
  cleanups.push(mongo.stop);
  return mongo;
}

async function connect(uri: string) {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 10_000 });
  cleanups.push(() => client.close());
  return client.db().collection<{ _id: number }>('things');
}

/** Starts a program that starts the database, and tells both process ids. */
async function startInOtherProcess(dataDir: string) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./fixtures/parent.ts', import.meta.url));
  const parent = spawn(process.execPath, ['--import', tsx, script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => parent.kill('SIGKILL'));
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, ...(JSON.parse(line.toString()) as { pid: number; uri: string }) };
}

describe('the database process', () => {
  it('listens on a socket of mode 0600 inside the data directory', async () => {
    const dataDir = tempDirectory();
    const { uri } = await start(dataDir);
    expect(uri).toContain(encodeURIComponent(join(dataDir, 'mongo.sock')));
    expect(statSync(join(dataDir, 'mongo.sock')).mode & 0o777).toBe(0o600);
  });

  it('serves a data directory whose path is too long for a socket', async () => {
    const dataDir = join(tempDirectory(), 'd'.repeat(120));
    mkdirSync(dataDir);
    const { uri } = await start(dataDir);
    const things = await connect(uri);
    expect(await things.insertOne({ _id: 1 })).toMatchObject({ acknowledged: true });
    const socket = decodeURIComponent(/\/\/([^/]+)\//.exec(uri)![1]!);
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700);
  });

  it('refuses a directory that another process owns, and serves it when that one has stopped', async () => {
    const dataDir = tempDirectory();
    const first = await start(dataDir);
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow(`is in use by process ${first.pid()}`);
    await first.stop();
    const things = await connect((await start(dataDir)).uri);
    expect(await things.countDocuments()).toBe(0);
  });

  it('starts again at the same address when it is killed, keeps what it acknowledged, and the driver finds it', async () => {
    const lines: string[] = [];
    const mongo = await start(tempDirectory(), (line) => lines.push(line));
    const things = await connect(mongo.uri);
    await things.insertOne({ _id: 1 });
    const before = mongo.pid()!;
    process.kill(before, 'SIGKILL');
    await until('another process', () => mongo.pid() !== undefined && mongo.pid() !== before);
    expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1 });
    expect(lines.join()).toContain('signal SIGKILL');
  });

  it('gives up when it ends again and again', async () => {
    const mongo = await start(tempDirectory());
    const killing = setInterval(() => {
      const pid = mongo.pid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    }, 10);
    cleanups.push(() => clearInterval(killing));
    expect((await mongo.gaveUp).message).toContain('not started any more');
  }, 60_000);

  it('ends when its parent is killed, and leaves no lock behind', async () => {
    const dataDir = tempDirectory();
    const { parent, pid } = await startInOtherProcess(dataDir);
    parent.kill('SIGKILL');
    await until('the end of the database process', () => !isAlive(pid));
    await connect((await start(dataDir)).uri);
  });

  it('takes over the lock of a killed process', async () => {
    const dataDir = tempDirectory();
    const { parent, pid, uri } = await startInOtherProcess(dataDir);
    await (await connect(uri)).insertOne({ _id: 7 });
    const ended = once(parent, 'exit');
    parent.kill('SIGSTOP');
    process.kill(pid, 'SIGKILL');
    parent.kill('SIGKILL');
    await ended;
    const things = await connect((await start(dataDir)).uri);
    expect(await things.findOne()).toEqual({ _id: 7 });
  });
});

describe('a data directory that can not be used is refused and left as it is', () => {
  it('of another database', async () => {
    const dataDir = tempDirectory();
    writeFileSync(join(dataDir, 'WiredTiger.wt'), 'theirs');
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('belongs to another database');
  });

  it('with a file that is no store', async () => {
    const dataDir = tempDirectory();
    writeFileSync(join(dataDir, 'data.mdb'), 'not a store at all');
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('damaged or was not written by this database');
    expect(readFileSync(join(dataDir, 'data.mdb'), 'utf8')).toBe('not a store at all');
  });

  it('with a store that is cut off', async () => {
    const dataDir = tempDirectory();
    const mongo = await startEmbeddedMongo({ dataDir });
    const client = await MongoClient.connect(mongo.uri);
    await client
      .db()
      .collection('things')
      .insertMany(Array.from({ length: 2000 }, (_, n) => ({ n, text: 'x'.repeat(100) })));
    await client.close();
    await mongo.stop();
    const file = join(dataDir, 'data.mdb');
    const half = Math.floor(statSync(file).size / 2 / 4096) * 4096;
    truncateSync(file, half);
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('cut off');
    expect(statSync(file).size).toBe(half);
  });

  it('with the store of another program', async () => {
    const dataDir = tempDirectory();
    const { open } = await import('lmdb');
    const other = open({ path: dataDir, noSubdir: false });
    await other.put('their key', 'their value');
    await other.close();
    await expect(startEmbeddedMongo({ dataDir })).rejects.toThrow('not written by this database');
  });
});
