import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbeddedMongo } from '../src/start.js';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function tempDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'backup-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Runs a program of the package; tells its exit code and what it said. */
function run(program: 'backup' | 'restore', ...args: string[]): Promise<{ code: number; said: string }> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL(`../src/${program}.ts`, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', tsx, script, ...args], (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

async function open(dataDir: string) {
  const mongo = await startEmbeddedMongo({ dataDir });
  const client = await MongoClient.connect(mongo.uri);
  const stop = async (): Promise<void> => {
    await client.close();
    await mongo.stop();
  };
  cleanups.push(stop);
  return { things: client.db().collection<{ _id: number; twin?: number }>('things'), stop };
}

describe('backup and restore', () => {
  it('saves one moment while the database is being written, and brings it back', async () => {
    const [dataDir, other] = [tempDirectory(), tempDirectory()];
    const { things } = await open(dataDir);
    await things.createIndex({ twin: 1 });
    let writing = true;
    let next = 0;
    const writer = (async () => {
      // Both of a pair are in one command, so in one transaction: a consistent copy never has one alone.
      for (; writing; next += 2)
        await things.insertMany([
          { _id: next, twin: next },
          { _id: next + 1, twin: next },
        ]);
    })();
    const file = join(other, 'saved.mdb');
    const saved = await run('backup', file, dataDir);
    writing = false;
    await writer;
    expect(saved).toMatchObject({ code: 0, said: expect.stringContaining('documents in 1 collections') as string });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const restored = join(other, 'database');
    expect(await run('restore', file, restored)).toMatchObject({ code: 0 });
    const again = await open(restored);
    const found = await again.things.find().sort({ _id: 1 }).toArray();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length % 2).toBe(0);
    expect(found.map(({ _id }) => _id)).toEqual(found.map((_, at) => at));
    expect(await again.things.countDocuments({ twin: 0 })).toBe(2);
  });

  it('refuses to restore under a running database', async () => {
    const dataDir = tempDirectory();
    const { things } = await open(dataDir);
    await things.insertOne({ _id: 1 });
    const file = join(tempDirectory(), 'saved.mdb');
    await run('backup', file, dataDir);
    const { code, said } = await run('restore', file, dataDir);
    expect(code).toBe(1);
    expect(said).toContain('is in use by process');
    expect(await things.countDocuments()).toBe(1);
  });

  it('keeps what was there before beside the restored data', async () => {
    const dataDir = tempDirectory();
    const { things, stop } = await open(dataDir);
    await things.insertOne({ _id: 1 });
    const file = join(tempDirectory(), 'saved.mdb');
    await run('backup', file, dataDir);
    await things.insertOne({ _id: 2 });
    await stop();
    expect((await run('restore', file, dataDir)).said).toContain('Restored 1 documents');
    expect(readdirSync(dataDir).some((name) => name.startsWith('replaced-'))).toBe(true);
    expect(await (await open(dataDir)).things.countDocuments()).toBe(1);
  });

  it('refuses a file that is no backup, and leaves the data as it is', async () => {
    const dataDir = tempDirectory();
    const { things, stop } = await open(dataDir);
    await things.insertOne({ _id: 1 });
    await stop();
    const before = readFileSync(join(dataDir, 'data.mdb'));
    const file = join(tempDirectory(), 'no-backup');
    writeFileSync(file, 'x'.repeat(10_000));
    const { code, said } = await run('restore', file, dataDir);
    expect(code).toBe(1);
    expect(said).toContain('damaged or was not written by this database');
    expect(readFileSync(join(dataDir, 'data.mdb')).equals(before)).toBe(true);
  });

  it('says that there is nothing to save', async () => {
    const { code, said } = await run('backup', join(tempDirectory(), 'saved.mdb'), tempDirectory());
    expect(code).toBe(1);
    expect(said).toContain('there is no database in');
  });
});
