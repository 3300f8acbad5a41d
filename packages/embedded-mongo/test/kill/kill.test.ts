import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterEach, expect, it } from 'vitest';
import { startEmbeddedMongo } from '../../src/start.js';
import { isAlive, until } from '../wait.js';

/** A few in every test run; `npm run kill` does 25 of each kind. */
const KILLS = Number(process.env['KILLS'] ?? 2);
const TIMEOUT = KILLS * 30_000 + 60_000;

/** The least number of acknowledged writes between two kills. */
const WRITES = 200;

interface Booking {
  _id: number;
  cells: number[];
}

let dataDir = '';

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function connect(uri: string) {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 20_000 });
  return { client, bookings: client.db().collection<Booking>('bookings') };
}

/** Opens the database again: everything acknowledged is there, and no cell is taken twice. */
async function verify(acknowledged: Set<number>): Promise<void> {
  const mongo = await startEmbeddedMongo({ dataDir });
  const { client, bookings } = await connect(mongo.uri);
  const found = await bookings.find().toArray();
  const ids = new Set(found.map(({ _id }) => _id));
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  const cells = found.flatMap((booking) => booking.cells);
  expect(new Set(cells).size).toBe(cells.length);
  expect(await bookings.countDocuments({}, { hint: 'cells_1' })).toBe(found.length);
  await client.close();
  await mongo.stop();
}

/** Books until the database is gone; whatever was answered is noted. */
async function writeUntilGone(
  uri: string,
  acknowledged: Set<number>,
  next: () => number,
  enough: () => void,
): Promise<void> {
  const { client, bookings } = await connect(uri);
  await bookings.createIndex({ cells: 1 }, { unique: true });
  let here = 0;
  const work = async (): Promise<void> => {
    for (;;) {
      const id = next();
      await bookings.insertOne({ _id: id, cells: [id * 2, id * 2 + 1] });
      await bookings.updateOne({ _id: id }, { $set: { cells: [id * 2 + 1, id * 2] } });
      acknowledged.add(id);
      if (++here === WRITES) enough();
    }
  };
  await Promise.allSettled(Array.from({ length: 16 }, work));
  await client.close(true);
}

it(`survives ${KILLS} kills of the database under load`, { timeout: TIMEOUT }, async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  const acknowledged = new Set<number>();
  let counter = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const mongo = await startEmbeddedMongo({ dataDir });
    const pid = mongo.pid()!;
    await writeUntilGone(
      mongo.uri,
      acknowledged,
      () => counter++,
      () => {
        process.kill(pid, 'SIGKILL');
        void mongo.stop();
      },
    );
    await mongo.stop();
    await verify(acknowledged);
  }
  process.stdout.write(`${KILLS} kills of the database, ${acknowledged.size} acknowledged writes, none lost\n`);
});

/** Waits for enough acknowledged writes of the program, then kills it; its last lines still count. */
async function killAfterEnough(writer: ChildProcess, acknowledged: Set<number>): Promise<number> {
  let pid = 0;
  let here = 0;
  const closed = once(writer, 'close');
  for await (const line of createInterface({ input: writer.stdout! })) {
    if (line.startsWith('pid ')) pid = Number(line.slice(4));
    else acknowledged.add(Number(line));
    if (++here === WRITES) writer.kill('SIGKILL');
  }
  await closed;
  return pid;
}

it(`survives ${KILLS} kills of the program that started it`, { timeout: TIMEOUT }, async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kill-'));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('../fixtures/writer.ts', import.meta.url));
  const acknowledged = new Set<number>();
  const setUp = await startEmbeddedMongo({ dataDir });
  const { client, bookings } = await connect(setUp.uri);
  await bookings.createIndex({ cells: 1 }, { unique: true });
  await client.close();
  await setUp.stop();
  for (let kill = 0; kill < KILLS; kill++) {
    const args = ['--import', tsx, script, dataDir, String(kill * 1_000_000)];
    const writer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await killAfterEnough(writer, acknowledged);
    await until('the end of the database process', () => !isAlive(pid));
    await verify(acknowledged);
  }
  process.stdout.write(`${KILLS} kills of the program, ${acknowledged.size} acknowledged writes, none lost\n`);
});
