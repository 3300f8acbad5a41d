import mongoose, { type IndexDefinition, type Model, type mongo } from 'mongoose';
import { StartRefusal } from '../lib/start-failure.js';
import { logger } from '../lib/logger.js';
import { type RecordOf, schemaOf, text } from './fields.js';
import { createModel } from './model.js';

/** The indexes that the product made: of those an operator made it drops none that is not in its way. */
const madeFields = {
  /** `<collection> <name>` */
  _id: text(),
  /** The collection. */
  of: text(),
  name: text(),
};
type MadeRecord = RecordOf<typeof madeFields>;
const MadeIndexModel = createModel('MadeIndex', schemaOf(madeFields, { versionKey: false }));

type Wanted = [keys: IndexDefinition, options: mongo.CreateIndexesOptions];
/** As the database lists it. */
type Standing = { name: string; key: Record<string, unknown> } & Record<string, unknown>;

interface Changes {
  model: Model<unknown>;
  toCreate: Wanted[];
  /** Names of indexes that the product made once and does not want any more. */
  toDrop: string[];
}

const CONFLICTS = [85, 86];
const codeOf = (error: unknown) => (error as { code?: number }).code;
/** As the driver names them. */
const nameOf = (keys: IndexDefinition) => Object.entries(keys).flat().join('_');
const isOfKeys = (keys: IndexDefinition) => {
  const wanted = JSON.stringify(Object.entries(keys));
  return ({ key }: Standing) => JSON.stringify(Object.entries(key)) === wanted;
};

/** One for each collection: those of one role share that of all accounts, and its indexes. */
const models = () => (Object.values(mongoose.models) as Model<unknown>[]).filter(({ baseModelName }) => !baseModelName);

/** What differs between the indexes that the models want and those of the database; empty where nothing does. */
async function findChanges(): Promise<Changes[]> {
  const made = await MadeIndexModel.find().lean<MadeRecord[]>();
  const changes = await Promise.all(
    models().map(async (model) => {
      const diff = await model.diffIndexes({ indexOptionsToCreate: true });
      const ours = made.filter((index) => index.of === model.collection.name).map(({ name }) => name);
      const toDrop = diff.toDrop.filter((name) => ours.includes(name));
      return { model, toCreate: diff.toCreate as unknown as Wanted[], toDrop };
    }),
  );
  return changes.filter(({ toCreate, toDrop }) => toCreate.length + toDrop.length > 0);
}

export const indexesDiffer = async (): Promise<boolean> => (await findChanges()).length > 0;

/**
 * Makes the indexes that the models want, and with them every invariant: creates what is missing, replaces what has
 * other options or stands in the way, drops what the product made once and does not want any more.
 * @throws StartRefusal where the documents do not allow an index.
 */
export async function bringIndexes(): Promise<void> {
  await Promise.all(
    (await findChanges()).map(async ({ model, toCreate, toDrop }) => {
      await createAll(model, toCreate);
      const made = toCreate.map(([keys]) => nameOf(keys));
      for (const name of toDrop) if (!made.includes(name)) await drop(model, name);
    }),
  );
  await rememberMade();
}

/** All of a collection in one command; where that is refused one by one, to see which has something in its way. */
async function createAll(model: Model<unknown>, all: Wanted[]): Promise<void> {
  if (all.length === 0) return;
  try {
    await model.collection.createIndexes(
      all.map(([keys, options]) => ({ key: keys as Record<string, 1>, ...options })),
    );
  } catch {
    for (const wanted of all) await create(model, wanted);
  }
}

async function create(model: Model<unknown>, [keys, options]: Wanted): Promise<void> {
  const inTheWay = [byName(nameOf(keys)), isOfKeys(keys)];
  const dropped: Standing[] = [];
  for (;;) {
    try {
      await model.collection.createIndex(keys as Record<string, 1>, options);
      return;
    } catch (error) {
      const isInTheWay = CONFLICTS.includes(codeOf(error)!) && inTheWay.shift();
      if (!isInTheWay) {
        await putBack(model, dropped);
        throw refusalOf(error, model, keys);
      }
      const standing = (await model.listIndexes()) as Standing[];
      for (const index of standing.filter(isInTheWay)) {
        await drop(model, index.name);
        dropped.push(index);
      }
    }
  }
}

const byName =
  (wanted: string) =>
  ({ name }: Standing) =>
    name === wanted;

async function drop(model: Model<unknown>, name: string): Promise<void> {
  logger.warn({ collection: model.collection.name, index: name }, 'an index is dropped');
  await model.collection.dropIndex(name);
}

/** An invariant must not be lost because a new one could not be made. */
async function putBack(model: Model<unknown>, dropped: Standing[]): Promise<void> {
  for (const { key, ...options } of dropped) await model.collection.createIndex(key as Record<string, 1>, options);
}

/** Without the values that collide: they may say who somebody is. */
function refusalOf(error: unknown, { collection }: Model<unknown>, keys: IndexDefinition): unknown {
  if (codeOf(error) !== 11000) return error;
  const fields = Object.keys(keys).join(', ');
  return new StartRefusal(
    `Two documents of "${collection.name}" have the same ${fields}, which may be there once. Nothing was changed. Change or remove one of the two, then start again (docs/operations.md, "When the data does not allow it").`,
  );
}

async function rememberMade(): Promise<void> {
  const wanted = models().flatMap(({ collection, schema }) =>
    schema.indexes().map(([keys]) => ({
      _id: `${collection.name} ${nameOf(keys)}`,
      of: collection.name,
      name: nameOf(keys),
    })),
  );
  await MadeIndexModel.deleteMany({ _id: { $nin: wanted.map(({ _id }) => _id) } });
  await MadeIndexModel.bulkWrite(
    wanted.map(({ _id, ...made }) => ({ updateOne: { filter: { _id }, update: { $set: made }, upsert: true } })),
  );
}
