import mongoose, { type Model } from 'mongoose';

/** As many clients at a time as the API has under load. */
export const IN_FLIGHT = 32;

interface Person {
  _id: mongoose.Types.ObjectId;
  email: string;
  number: number;
  seen: number;
}

/** What is measured; each takes the number of a document. */
export interface Workload {
  insert: (n: number) => Promise<unknown>;
  'find by id': (n: number) => Promise<unknown>;
  'find by index': (n: number) => Promise<unknown>;
  findOneAndUpdate: (n: number) => Promise<unknown>;
}

export type Work = keyof Workload;

const fields = (n: number) => ({
  email: `person${n}@example.org`,
  number: n,
  seen: 0,
  name: `Person ${n}`,
  tags: ['a', 'b'],
  city: 'Bern',
  at: new Date(n * 1000),
});

function model(connection: mongoose.Connection): Model<Person> {
  const schema = new mongoose.Schema<Person>(
    { email: String, number: Number, seen: Number },
    { strict: false, timestamps: true },
  );
  schema.index({ email: 1 }, { unique: true });
  schema.index({ number: 1 });
  return connection.model<Person>('Person', schema);
}

/** Fills a database with `size` people through Mongoose and offers the work on them. */
export async function prepare(uri: string, size: number): Promise<{ work: Workload; close: () => Promise<void> }> {
  const connection = await mongoose.createConnection(uri, { maxPoolSize: IN_FLIGHT }).asPromise();
  const People = model(connection);
  await People.init();
  const ids: mongoose.Types.ObjectId[] = [];
  for (let from = 0; from < size; from += 1000) {
    const added = await People.insertMany(
      Array.from({ length: Math.min(1000, size - from) }, (_, at) => fields(from + at)),
    );
    ids.push(...added.map(({ _id }) => _id));
  }
  const some = (n: number): number => (n * 7919) % size;
  const work: Workload = {
    insert: (n) => People.create(fields(size + n)),
    'find by id': (n) => People.findById(ids[some(n)]).lean(),
    'find by index': (n) => People.findOne({ email: `person${some(n)}@example.org` }).lean(),
    findOneAndUpdate: (n) =>
      People.findOneAndUpdate({ _id: ids[some(n)] }, { $inc: { seen: 1 } }, { returnDocument: 'after' }).lean(),
  };
  return { work, close: () => connection.close() };
}

/** Operations a second with 32 in flight, the best of a few rounds. */
export async function rate(run: (n: number) => Promise<unknown>, count: number, from: number): Promise<number> {
  let next = from;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (next < from + count) await run(next++);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, client));
  return (count / (performance.now() - began)) * 1000;
}
