import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { describe, expect, test } from 'vitest';
import { DUMP_PASSWORD } from '../test/dump-life.js';
import { loadDump, readDump } from '../test/dumps.js';
import { eachOnAnEmptyDatabase } from '../test/own-database.js';
import { AccountModel, DoctorModel } from './db/accounts.js';
import { SEARCH_VERSION } from './features/doctors/service.js';
import { sessionUser } from './http/authenticate.js';
import { sessionKey, signSession } from './lib/tokens.js';
import { BROUGHT, migrateData, MIGRATIONS } from './migrations.js';

eachOnAnEmptyDatabase();
const collection = (name: string) => mongoose.connection.collection(name);

async function everything() {
  const names = (await mongoose.connection.listCollections()).map(({ name }) => name).sort();
  const read = names.map(async (name) => [name, await collection(name).find().sort({ _id: 1 }).toArray()] as const);
  return JSON.parse(JSON.stringify(Object.fromEntries(await Promise.all(read)))) as object;
}

const fingerprint = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

describe('the migrations', () => {
  test('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  test('whoever changes an index or how search keys are made adds one', async () => {
    await import('./routes.js');
    const models = Object.values(mongoose.models).filter(({ baseModelName }) => !baseModelName);
    const indexes = models
      .map(({ collection: { name }, schema }) => [name, schema.indexes()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const what =
      'Add a migration at the end of MIGRATIONS (for an index: without `up`; for search keys: fillSearchKeys), then note this in BROUGHT: an older version must not start on data that a newer one changed.';
    expect({ indexes: fingerprint(indexes), searchKeys: SEARCH_VERSION }, what).toEqual(BROUGHT);
  });

  test('bring the data of the first days to what is read today, and may each run again', async () => {
    await loadDump(await readDump('first-days'));
    await collection('audit').createIndex({ subjectId: 1, at: -1 });
    await migrateData();
    expect((await collection('audit').indexes()).map(({ name }) => name)).toEqual([
      '_id_',
      'patientId_1_at_-1',
      'eventId_1',
    ]);
    expect(
      await DoctorModel.countDocuments({ $or: [{ nextSlotAt: null }, { rating: null }, { searchKeys: null }] }),
    ).toBe(0);
    expect(await AccountModel.collection.countDocuments({ endedSessions: { $exists: true } })).toBe(0);
    const once = await everything();
    for (const { up } of MIGRATIONS) await up?.();
    expect(await everything()).toEqual(once);
  });

  test('a session that was signed out before its end was kept stays signed out', async () => {
    const fields = { name: 'Ana', email: 'ana@example.test', passwordHash: DUMP_PASSWORD, version: 0, role: 'patient' };
    const { insertedId } = await collection('accounts').insertOne(fields);
    const person = { userId: insertedId.toString(), role: 'patient', version: 0 } as const;
    const [ended, other] = [signSession(person), signSession(person)];
    await collection('accounts').updateOne({ _id: insertedId }, { $set: { endedSessions: [sessionKey(ended)] } });
    await migrateData();
    expect(await sessionUser(ended)).toBeNull();
    expect(await sessionUser(other)).toMatchObject({ name: 'Ana' });
  });
});
