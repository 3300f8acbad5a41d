import { afterEach, describe, expect, it } from 'vitest';
import { type Doc, isDoc, type Value } from '../src/bson/types.js';
import { openDatabase } from '../src/database.js';
import { answer } from '../src/commands/dispatch.js';
import { Cursors } from '../src/commands/cursors.js';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function tempDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'store-'));
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

const map = (fields: Record<string, Value>): Doc => new Map(Object.entries(fields));

describe('TTL indexes', () => {
  it('remove what has expired by the clock, of several dates the earliest counts, and leave the rest', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    const database = openDatabase(tempDirectory(), false, () => now);
    cleanups.push(database.close);
    const run = (fields: Record<string, Value>) => answer(database.services, map({ ...fields, $db: 'test' }));
    const at = (seconds: number): Date => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
    const documents = [
      map({ _id: 1, at: at(0) }),
      map({ _id: 2, at: at(30) }),
      map({ _id: 3, at: [at(90), at(0)] }),
      map({ _id: 4 }),
      map({ _id: 5, at: 'text' }),
    ];
    await run({ insert: 'c', documents });
    await run({ createIndexes: 'c', indexes: [map({ name: 'ttl', key: map({ at: 1 }), expireAfterSeconds: 60 })] });
    now = at(60);
    expect(await database.expire()).toBe(0);
    now = at(61);
    expect(await database.expire()).toBe(2);
    const reply = await run({ distinct: 'c', key: '_id' });
    expect(reply.get('values')).toEqual([2, 4, 5]);
  });
});

describe('cursors', () => {
  it('are closed when nobody asked for ten minutes', () => {
    let now = 0;
    const cursors = new Cursors(() => now);
    const documents = Array.from({ length: 5 }, () => Buffer.alloc(5));
    const first = cursors.start('test.c', documents, 1).get('cursor');
    const id = isDoc(first) ? (first.get('id') as bigint) : 0n;
    now = 9 * 60_000;
    expect(isDoc(cursors.more(id, 'test.c', 1).get('cursor'))).toBe(true);
    now = 20 * 60_000;
    expect(() => cursors.more(id, 'test.c', 1)).toThrow('not found');
  });
});

describe('a full disk', () => {
  it('is an error to the client; nothing is half written, and it goes on when there is room', async () => {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const script = fileURLToPath(new URL('./fixtures/full-disk.ts', import.meta.url));
    const limited = `trap '' XFSZ; ulimit -f 4000; exec "$0" --import "$1" "$2" "$3"`;
    const said = await new Promise<string>((resolve, reject) => {
      execFile('bash', ['-c', limited, process.execPath, tsx, script, tempDirectory()], (error, stdout, stderr) =>
        error ? reject(new Error(stderr)) : resolve(stdout),
      );
    });
    expect(JSON.parse(said)).toEqual({ code: 14031, countAfterFailure: true, reads: true, writesAgain: true });
  });
});
