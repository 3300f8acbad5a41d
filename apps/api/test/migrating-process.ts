/** A process that starts with two migrations: `URI DATABASE [hang]`; with `hang` it never ends the second one. */
import mongoose from 'mongoose';
import { connectDatabase } from '../src/db/connect.js';
import { migrate } from '../src/db/migrate.js';

const [uri, database, hang] = process.argv.slice(2);
await connectDatabase(uri!, database);
const note = async (step: number) => void (await mongoose.connection.collection('notes').insertOne({ step }));

await migrate(
  [
    { number: 1, name: 'step 1', up: () => note(1) },
    {
      number: 2,
      name: 'step 2',
      async up() {
        process.send?.('half way');
        if (hang) await new Promise(() => {});
        await note(2);
      },
    },
  ],
  { everyMs: 50, looks: 20 },
);
process.send?.('migrated', () => process.exit(0));
