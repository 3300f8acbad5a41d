import mongoose from 'mongoose';

mongoose.set('strictQuery', 'throw');
// A request must fail within seconds while the database is away (503), not wait in a queue.
mongoose.set('bufferCommands', false);

/** Connects. What is stored may be older than this code: `migrateData` comes next. */
export async function connectDatabase(uri: string, dbName?: string): Promise<void> {
  await mongoose.connect(uri, {
    serverSelectionTimeoutMS: 4000,
    socketTimeoutMS: 20_000,
    autoIndex: false,
    // Nothing is made before it is known that the data is not newer than this code.
    autoCreate: false,
    ...(dbName && { dbName }),
  });
}

export const databaseIsThere = () => mongoose.connection.readyState === mongoose.ConnectionStates.connected;

export const disconnectDatabase = () => mongoose.disconnect();
