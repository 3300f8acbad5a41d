import { now } from '../lib/clock.js';
import { logger } from '../lib/logger.js';
import { StartRefusal } from '../lib/start-failure.js';
import { date, number, type RecordOf, schemaOf, text } from './fields.js';
import { bringIndexes, indexesDiffer } from './indexes.js';
import { type Lease, LeaseLost, type LeaseTerms, withLease } from './lease.js';
import { createModel } from './model.js';

/**
 * One step from older data to what the code of today reads. It goes forward only, and is idempotent: where it failed
 * half way, or its process was killed, it runs again. It names collections and fields as they were then, in plain driver
 * words, so that a later rename does not change what it does.
 */
export interface Migration {
  /** 1, 2, 3 …: the last one is the version of the data. Never changed once it was released. */
  number: number;
  name: string;
  /** Absent where only the indexes changed: those are brought after all steps. */
  up?: () => Promise<void>;
}

const migrationFields = { _id: number(), name: text(), doneAt: date() };
type MigrationRecord = RecordOf<typeof migrationFields>;
export const MigrationModel = createModel('Migration', schemaOf(migrationFields, { versionKey: false }));

/**
 * Brings the data to what this version reads, before it reads any. Of several processes that start at once one does it
 * and the others wait; where nothing is to be done nobody waits.
 * @throws StartRefusal where the data is newer than this version, or does not allow an index.
 */
export async function migrate(migrations: Migration[], terms?: LeaseTerms): Promise<void> {
  while (await isBehind(migrations)) {
    try {
      await withLease('migrations', (lease) => catchUp(migrations, lease), terms);
      return;
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      logger.warn('this process was away for too long; another one migrates');
    }
  }
}

/** @throws StartRefusal where the data is newer than this version: nothing is brought. */
export const refuseNewerData = async (migrations: Migration[]): Promise<void> => void (await findPending(migrations));

const isBehind = async (migrations: Migration[]) =>
  (await findPending(migrations)).length > 0 || (await indexesDiffer());

async function catchUp(migrations: Migration[], lease: Lease): Promise<void> {
  // Whoever had the lease before may have done all of it.
  for (const migration of await findPending(migrations)) {
    await lease.require();
    await run(migration);
    await lease.require();
    const { number: _id, name } = migration;
    await MigrationModel.updateOne({ _id }, { $set: { name, doneAt: new Date(now()) } }, { upsert: true });
  }
  await lease.require();
  await bringIndexes();
}

async function run({ number: migration, name, up }: Migration): Promise<void> {
  logger.info({ migration, name }, 'data is migrated');
  try {
    await up?.();
  } catch (error) {
    logger.fatal({ err: error, migration, name }, 'a migration failed; it runs again at the next start');
    throw error;
  }
}

async function findPending(migrations: Migration[]): Promise<Migration[]> {
  const done = await MigrationModel.find().lean<MigrationRecord[]>();
  const known = Math.max(0, ...migrations.map((migration) => migration.number));
  const newest = Math.max(0, ...done.map(({ _id }) => _id));
  if (newest > known) {
    throw new StartRefusal(
      `This database was used by a newer Health-Connect: its data has version ${newest}, and this one reads up to ${known}. Nothing was changed. Start the newer version again, or restore a backup from before the update (docs/operations.md, "Newer data").`,
    );
  }
  // The name counts too: two branches may have taken the same number, and a step may run again.
  return migrations.filter(
    (migration) => !done.some(({ _id, name }) => _id === migration.number && name === migration.name),
  );
}
