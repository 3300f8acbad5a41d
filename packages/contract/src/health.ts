import { answers, route } from './route.js';

/** `GET /health`: the process lives. */
export interface Health {
  status: 'ok';
  version: string;
  uptimeSeconds: number;
  /** IANA tz data of the runtime, and whether it is older than the product wants. */
  tz: { version: string; outdated: boolean };
  /** Demo people were made: the sign-in page may offer them. */
  demo: boolean;
  /** Live events also come by long polling, for networks that block websockets. */
  longPolling: boolean;
  time: string;
}

/** `GET /ready`: it can do its work. */
export interface Ready {
  database: 'connected';
  /** Full: what is stored can be read, and every write is answered 503 `storage_full`. */
  storage: 'ok' | 'full';
  /** Things whose changes not everybody was told of yet, over all processes, and for how long the oldest waits. */
  events: { waiting: number; oldestSeconds: number };
}

export interface DemoPerson {
  role: 'doctor' | 'patient';
  name: string;
  email: string;
}

export const readHealth = route({
  method: 'get',
  path: '/health',
  allow: 'anyone',
  answer: answers<Health>(),
  summary: 'Whether the process lives.',
});

export const readReady = route({
  method: 'get',
  path: '/ready',
  allow: 'anyone',
  answer: answers<Ready>(),
  summary: 'Whether it can do its work.',
});
