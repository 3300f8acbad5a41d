import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

/** One database server for all test files; each file takes a database of its own in it. */
export default async function setup(project: TestProject) {
  const { uri, name, stop } = await startTestDatabase();
  process.stdout.write(`\nAPI tests run on ${name}\n`);
  project.provide('mongodbUri', uri);
  return stop;
}

async function startTestDatabase() {
  const given = process.env.MONGODB_URI;
  if (given) return { uri: given, name: 'the MongoDB of MONGODB_URI', stop: async () => {} };
  if (process.env.TEST_DATABASE === 'memory-server') return startMemoryServer();

  const { startEmbeddedMongo } = await import('@health-connect/embedded-mongo');
  const dataDir = await mkdtemp(join(tmpdir(), 'health-connect-test-'));
  const database = await startEmbeddedMongo({ dataDir, durable: false });
  return {
    uri: database.uri,
    name: 'the embedded database',
    stop: async () => {
      await database.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startMemoryServer() {
  const { MongoMemoryServer } = await import('mongodb-memory-server');
  const server = await MongoMemoryServer.create();
  return {
    uri: server.getUri(),
    name: 'a real MongoDB (mongodb-memory-server)',
    stop: async () => void (await server.stop()),
  };
}
