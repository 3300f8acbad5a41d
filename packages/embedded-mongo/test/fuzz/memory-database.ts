import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doc, type Doc, isDoc, Raw, type Value } from '../../src/bson/types.js';
import { decodeDoc } from '../../src/bson/decode.js';
import { answer } from '../../src/commands/dispatch.js';
import { openDatabase } from '../../src/database.js';

/** A database in this process that takes commands directly, without a driver between. */
export function openDirect() {
  const directory = mkdtempSync(join(tmpdir(), 'direct-'));
  const database = openDatabase(directory, false);
  const run = (fields: Record<string, Value | undefined>): Promise<Doc> =>
    answer(database.services, doc({ ...fields, $db: 'test' }));
  const must = async (fields: Record<string, Value | undefined>): Promise<Doc> => {
    const reply = await run(fields);
    if (reply.get('ok') !== 1 || reply.has('writeErrors')) throw new Error(`${Object.keys(fields)[0]}: ${show(reply)}`);
    return reply;
  };
  const close = async (): Promise<void> => {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { run, must, close, services: database.services, store: database.store };
}

export type Direct = ReturnType<typeof openDirect>;

/** The documents of a cursor's first batch. */
export function firstBatch(reply: Doc): Buffer[] {
  const cursor = reply.get('cursor');
  if (!isDoc(cursor)) throw new Error(`no cursor: ${show(reply)}`);
  return (cursor.get('firstBatch') as Raw[]).map(({ bytes }) => bytes);
}

/** A value as text for messages, with its types. */
export function show(value: Value | undefined): string {
  if (value instanceof Raw) return show(decodeDoc(value.bytes));
  if (isDoc(value)) return `{${[...value].map(([name, item]) => `${name}: ${show(item)}`).join(', ')}}`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (typeof value === 'object' && value !== null)
    return `${value.constructor.name}(${JSON.stringify(Object.values(value))})`;
  return JSON.stringify(value) ?? 'missing';
}
