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
import { stopPasswordWorkers } from './lib/passwords.js';
import { cleanTempFiles } from './lib/temp-files.js';
import { migrateData } from './migrations.js';
import { startRealtime } from './realtime/server.js';
import { socketFeatures } from './sockets.js';
import { startJobs } from './jobs.js';

const STOP_SECONDS = 10;

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
  const stopJobs = startJobs();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(env.port, env.host, resolve);
  });

  return {
    port: (http.address() as AddressInfo).port,
    failed: database.gaveUp,
    async stop() {
      stopJobs();
      await finishTelling();
      const deadline = setTimeout(() => http.closeAllConnections(), STOP_SECONDS * 800);
      await realtime.stop();
      await new Promise<void>((resolve) => http.close(() => resolve()));
      clearTimeout(deadline);
      await stopPasswordWorkers();
      stopCounters();
      stopDecoders();
      await disconnectDatabase();
      await database.stop();
    },
  };
}
