import type { Document, Long } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANUAL } from '../cases/case.js';
import type { CommandCase } from '../cases/command-case.js';
import { COMMAND_CASES } from '../cases/commands.js';
import { openTarget, type Target, TARGET_NAME } from './target.js';

let target: Target;

beforeAll(async () => {
  target = await openTarget();
});

afterAll(() => target.stop());

/** Puts the id of the open cursor where a case says CURSOR. */
function withCursor<T>(value: T, id: Long | undefined): T {
  if (value === 'CURSOR') return id as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withCursor(item, id)) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withCursor(item as unknown, id)])) as T;
}

async function answerTo(command: Document): Promise<Document> {
  try {
    return await target.client.db(target.database).command(command, { promoteLongs: false, useBigInt64: false });
  } catch (error) {
    const { code, errorResponse } = error as { code: number; errorResponse?: Document };
    return errorResponse?.['ok'] === 1 ? errorResponse : { ok: 0, code, ...errorResponse };
  }
}

async function run({ docs, run: steps }: CommandCase): Promise<void> {
  const db = target.client.db(target.database);
  await db.collection('c').drop();
  if (docs.length > 0) await db.collection('c').insertMany(docs);
  let cursor: Long | undefined;
  for (const [command, wanted] of steps) {
    const answer = await answerTo(withCursor(command, cursor));
    expect(answer).toMatchObject(withCursor(wanted, cursor));
    const { id } = (answer['cursor'] ?? {}) as { id?: Long };
    if (id && !id.isZero()) cursor = id;
  }
}

describe(`MongoDB's commands on ${TARGET_NAME}`, () => {
  it.each(COMMAND_CASES.map((one) => [`${one.covers[0]} ${MANUAL}${one.page}`, one] as const))('%s', (_name, one) =>
    run(one),
  );
});
