import type { AddressInfo } from 'node:net';
import { createApp } from './app.js';
import { connectDatabase, disconnectDatabase } from './db/connect.js';
import { finishTelling } from './db/outbox.js';
import { seedDemo } from './db/seed/seed.js';
import { startDatabase } from './db/start.js';
import { env } from './env.js';
import { createHttpServer } from './http/http-server.js';
import { stopCounters } from './lib/counter.js';
import { stopDecoders } from './features/uploads/service.js';
import { logger } from './lib/logger.js';
import { stopPasswordWorkers } from './lib/passwords.js';
import { cleanTempFiles } from './lib/temp-files.js';
import { within } from './lib/within.js';
import { migrateData } from './migrations.js';
import { startRealtime } from './realtime/server.js';
import { socketFeatures } from './sockets.js';
import { startJobs } from './jobs.js';

/** Of the ten seconds in which it stops: a request may wait five for its listeners. */
const REQUESTS_MS = 6000;
const TELLING_MS = 2000;

export interface RunningServer {
  port: number;
  /** Resolves when it cannot do its work any more: whoever runs it should start it anew. */
  failed: Promise<Error>;
  /** Finishes requests in flight, tells sockets, closes the database. */
  stop(): Promise<void>;
}

/** Database, app, sockets, listen: everything but the process itself. */
export async function startServer({ webRoot }: { webRoot?: string } = {}): Promise<RunningServer> {
  const database = await startDatabase();
  await connectDatabase(database.uri);
  await migrateData();
  await cleanTempFiles();
  if (env.seedDemo) await seedDemo();

  const http = createHttpServer(createApp({ webRoot }));
  const realtime = await startRealtime(http, socketFeatures);
  const jobs = startJobs();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(env.port, env.host, resolve);
  });

  return {
    port: (http.address() as AddressInfo).port,
    failed: database.gaveUp,
    async stop() {
      jobs.stopSweeps();
      const deadline = setTimeout(() => http.closeAllConnections(), REQUESTS_MS);
      await realtime.close();
      clearTimeout(deadline);
      await within(TELLING_MS, finishTelling()).catch((error: unknown) =>
        logger.warn({ err: error }, 'what is not told yet is left to another process'),
      );
      jobs.stopListening();
      await realtime.stopPublishing();
      await stopPasswordWorkers();
      stopCounters();
      stopDecoders();
      await disconnectDatabase();
      await database.stop();
    },
  };
}
