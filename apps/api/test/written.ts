import mongoose from 'mongoose';

const WRITES = /^(insert|update|replace|delete|findOneAnd|bulkWrite)/;

/** Remembers what is sent to the database to be stored, from now on. */
export function watchWrites() {
  let writes: string[] = [];
  mongoose.set('debug', (collection: string, method: string) => {
    if (WRITES.test(method)) writes.push(`${collection}.${method}`);
  });
  return {
    /** Since the last time it was asked. */
    take(): string[] {
      const taken = writes;
      writes = [];
      return taken;
    },
    stop: () => mongoose.set('debug', false),
  };
}

/** How many documents there are, by collection. */
export async function countAll(): Promise<Record<string, number>> {
  const models = Object.values(mongoose.models).filter((model) => !model.baseModelName);
  const counts = await Promise.all(
    models.map(async (model) => [model.modelName, await model.countDocuments()] as const),
  );
  return Object.fromEntries(counts);
}
