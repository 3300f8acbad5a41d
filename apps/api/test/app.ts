import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import mongoose from 'mongoose';
import supertest from 'supertest';
import { afterAll, beforeAll, inject } from 'vitest';
import { createApp } from '../src/app.js';
import { connectDatabase, disconnectDatabase } from '../src/db/connect.js';
import { finishTelling } from '../src/db/outbox.js';
import { env } from '../src/env.js';
import { createHttpServer } from '../src/http/http-server.js';
import { setClock } from '../src/lib/clock.js';
import { startListening } from '../src/lib/events.js';
import { stopPasswordWorkers } from '../src/lib/passwords.js';
import { COOKIE_NAME, signSession } from '../src/lib/tokens.js';
import { listeners } from '../src/listeners.js';
import { migrateData } from '../src/migrations.js';
import { startRealtime } from '../src/realtime/server.js';
import { socketFeatures } from '../src/sockets.js';
import { connectSocket, type TestSocket } from './socket.js';

/** Somebody that a factory made: enough to act as them. */
export interface TestUser {
  id: string;
  role: 'patient' | 'doctor' | 'pharmacist' | 'admin';
  version?: number;
}

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch';

/**
 * The whole server over real HTTP, real sockets and a database of its own, for one test file.
 * `app.as(patient).post('/api/appointments')`; `app.clock.set('2026-11-24T09:00:00Z')`. `stored` puts there what the
 * server finds when it starts.
 */
export function createTestApp({ stored }: { stored?: () => Promise<void> } = {}) {
  let express: Express;
  let http: Server;
  let stopListening: () => void;
  let realtime: Awaited<ReturnType<typeof startRealtime>>;
  const sockets: TestSocket[] = [];
  const clock = testClock();

  beforeAll(async () => {
    await connectDatabase(inject('mongodbUri'), `test-${randomBytes(6).toString('hex')}`);
    await stored?.();
    await migrateData();
    stopListening = startListening(listeners);
    express = createApp();
    http = createHttpServer(express);
    realtime = await startRealtime(http, socketFeatures);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    for (const socket of sockets) socket.close();
    clock.reset();
    await realtime.close();
    stopListening();
    await finishTelling();
    await realtime.stopPublishing();
    await mongoose.connection.dropDatabase();
    await disconnectDatabase();
    await stopPasswordWorkers();
  });

  const url = () => `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const request = (method: Method, path: string, cookie?: string) => {
    const call = supertest(http)[method](path).set('Origin', env.publicUrl);
    return cookie ? call.set('Cookie', cookie) : call;
  };
  const client = (cookie?: string) => ({
    get: (path: string) => request('get', path, cookie),
    post: (path: string) => request('post', path, cookie),
    put: (path: string) => request('put', path, cookie),
    delete: (path: string) => request('delete', path, cookie),
  });

  return {
    clock,
    url,
    /** Without an Origin or session. */
    raw: () => supertest(http),
    anonymous: client(),
    as: (user: TestUser) => client(cookieOf(user)),
    /** A connected, signed-in socket; closed after the file. Tabs are told apart by `deviceId`. */
    async socket(user: TestUser, options: { deviceId?: string } = {}): Promise<TestSocket> {
      const socket = await connectSocket(url(), { cookie: cookieOf(user), origin: env.publicUrl, ...options });
      sockets.push(socket);
      return socket;
    },
  };
}

export type TestApp = ReturnType<typeof createTestApp>;

export const cookieOf = ({ id, role, version = 0 }: TestUser) =>
  `${COOKIE_NAME}=${signSession({ userId: id, role, version })}`;

function testClock() {
  let time: number | null = null;
  const restore = setClock(() => time ?? Date.now());
  return {
    now: () => time ?? Date.now(),
    set: (instant: string | number) => {
      time = new Date(instant).getTime();
    },
    advanceMinutes: (minutes: number) => {
      time = (time ?? Date.now()) + minutes * 60_000;
    },
    /** Back to the real time. */
    release: () => {
      time = null;
    },
    reset: restore,
  };
}
