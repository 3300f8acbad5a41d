import { decodeDoc } from '../../src/bson/decode.js';
import type { Doc, Value } from '../../src/bson/types.js';
import { keysIn } from '../../src/store/collection.js';
import { numbered, successor } from '../../src/store/layout.js';
import * as generate from './generate.js';
import { type Direct, firstBatch, openDirect, show } from './memory-database.js';

interface Asked {
  filter: Doc;
  sort?: Doc;
  skip?: number;
  limit?: number;
}

const NATURAL: Doc = new Map([['$natural', 1]]);

function query(random: generate.Values): Asked {
  const asked: Asked = { filter: generate.filter(random) };
  if (random.chance(0.5)) asked.sort = generate.keyPattern(random);
  if (random.chance(0.3)) asked.skip = random.below(4);
  if (random.chance(0.4)) asked.limit = 1 + random.below(5);
  return asked;
}

async function ask(db: Direct, asked: Asked, hint: Value | undefined): Promise<string> {
  const reply = await db.run({ find: 'c', ...asked, batchSize: 1000, hint });
  if (reply.get('ok') !== 1) return `error ${show(reply.get('code'))}`;
  return firstBatch(reply)
    .map((bytes) => show(decodeDoc(bytes)))
    .join('\n');
}

/** What a pipeline counts, which may be index entries alone. */
async function countOf(db: Direct, filter: Doc, hint: Value | undefined): Promise<string> {
  const pipeline = [new Map([['$match', filter]]), new Map([['$count', 'n']])];
  const reply = await db.run({ aggregate: 'c', pipeline, cursor: new Map(), hint });
  return firstBatch(reply)
    .map((bytes) => show(decodeDoc(bytes)))
    .join();
}

async function compareCount(db: Direct, { filter }: Asked, hint: Value | undefined): Promise<void> {
  const [planned, scanned] = [await countOf(db, filter, hint), await countOf(db, filter, NATURAL)];
  if (planned !== scanned)
    throw new Error(`count of ${show(filter)}, hint ${show(hint)}: ${planned} instead of ${scanned}`);
}

/** An answer by any plan has to be the answer of the scan, in the same order. */
async function compare(db: Direct, asked: Asked, names: string[]): Promise<void> {
  const scanned = await ask(db, asked, NATURAL);
  for (const hint of [undefined, ...names]) {
    await compareCount(db, asked, hint);
    const planned = await ask(db, asked, hint);
    if (planned === scanned) continue;
    const shown = Object.entries(asked)
      .map(([name, value]) => `${name}: ${show(value)}`)
      .join(', ');
    const index = hint && db.services.catalog.get('test.c')!.indexNamed(hint)!;
    const which = index ? `${show(index.key)} partial ${show(index.partialSpec)}` : 'chosen by itself';
    throw new Error(`${shown}, index ${which}\n-- by plan\n${planned}\n-- by scan\n${scanned}`);
  }
}

/** Every index holds exactly the keys of the documents that are there. */
function audit(db: Direct): void {
  const collection = db.services.catalog.get('test.c')!;
  const records = [...collection.scan()];
  for (const index of collection.indexes) {
    const expected = records.flatMap(({ number, bytes }) =>
      keysIn(index, decodeDoc(bytes)).keys.map((key) =>
        numbered(Buffer.concat([index.prefix, key.bytes]), number).toString('hex'),
      ),
    );
    const found = Array.from(db.store.keys({ start: index.prefix, end: successor(index.prefix) }), (key) =>
      key.toString('hex'),
    );
    if (expected.sort().join() !== found.sort().join())
      throw new Error(`index ${show(index.key)} does not hold the keys of its documents`);
  }
}

async function change(db: Direct, random: generate.Values, id: number): Promise<void> {
  const q: Doc = new Map([['_id', id as Value]]);
  if (random.chance(0.2))
    await db.run({
      delete: 'c',
      deletes: [
        new Map<string, Value>([
          ['q', q],
          ['limit', 1],
        ]),
      ],
    });
  const u = new Map([['$set', new Map([[random.pick(random.paths), generate.value(random)]])]]);
  await db.run({
    update: 'c',
    updates: [
      new Map<string, Value>([
        ['q', q],
        ['u', u],
      ]),
    ],
  });
}

/** A collection with random documents and indexes, asked and changed at random. */
export async function planRound(random: generate.Values): Promise<void> {
  const db = (opened ??= openDirect());
  await db.must({ drop: 'c' });
  await db.must({ create: 'c' });
  const documents = Array.from({ length: 5 + random.below(40) }, (_, id) => generate.document(random, id));
  const early = random.chance(0.5) ? documents.length : 0;
  await db.run({ insert: 'c', documents: documents.slice(0, early + 1), ordered: false });
  for (let at = 0; at < 4; at++) await db.run({ createIndexes: 'c', indexes: [generate.index(random, `i${at}`)] });
  if (early + 1 < documents.length)
    await db.run({ insert: 'c', documents: documents.slice(early + 1), ordered: false });
  const names = db.services.catalog.get('test.c')!.indexes.map(({ name }) => name);
  for (let at = 0; at < 25; at++) {
    await compare(db, query(random), names);
    if (random.chance(0.3)) await change(db, random, random.below(documents.length));
  }
  audit(db);
}

let opened: Direct | undefined;

export async function closePlanRounds(): Promise<void> {
  await opened?.close();
}
