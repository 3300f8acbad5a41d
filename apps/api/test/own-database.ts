import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { afterEach, beforeEach, inject } from 'vitest';
import { connectDatabase, disconnectDatabase } from '../src/db/connect.js';

/** An empty database for each test of a file, as a server finds it before it migrates; gives its name. */
export function eachOnAnEmptyDatabase(): () => string {
  let name = '';
  beforeEach(async () => {
    name = `test-${randomBytes(6).toString('hex')}`;
    await connectDatabase(inject('mongodbUri'), name);
  });
  afterEach(async () => {
    await mongoose.connection.dropDatabase();
    await disconnectDatabase();
  });
  return () => name;
}
