import type { Address } from '../wire/server.js';

/** What the database process is started with, as JSON in its first argument. */
export interface ChildOptions {
  dataDir: string;
  durable: boolean;
  address: Address;
  /** Milliseconds between two looks for expired documents. */
  expiryMs?: number;
}

/** What the database process tells the one that started it. */
export type ChildReport =
  | { kind: 'ready'; port: number | undefined }
  | { kind: 'failed'; message: string }
  | { kind: 'problem'; message: string };
