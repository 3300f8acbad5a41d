import type { Ready } from '@health-connect/contract/health';
import { outboxLag } from '../../db/outbox.js';
import { now } from '../../lib/clock.js';
import { storageState } from './storage.js';

const KEEP_MS = 5000;

let last: { ready: Promise<Ready>; until: number } | null = null;

/** How it is, while the database is there; asked by many within seconds it is found out once. */
export function readyState(): Promise<Ready> {
  if (!last || now() >= last.until) {
    const ready = findOut();
    last = { ready, until: now() + KEEP_MS };
    ready.catch(() => (last = null));
  }
  return last.ready;
}

async function findOut(): Promise<Ready> {
  const { waiting, since } = await outboxLag();
  const storage = await storageState();
  const oldestSeconds = since ? Math.max(0, Math.round((now() - since.getTime()) / 1000)) : 0;
  return { database: 'connected', storage, events: { waiting, oldestSeconds } };
}
