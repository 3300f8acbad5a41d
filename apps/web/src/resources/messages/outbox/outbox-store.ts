import { PRIVATE_PREFIX } from '../../../lib/private-storage.js';
import type { OutboxEntry } from './outbox-entry.js';

type Kept = Pick<OutboxEntry, 'clientId' | 'to' | 'text' | 'createdAt'>;

/**
 * Unsent texts of one account on this device, so that a reload sends them with the same `clientId` (CH-6). Each has its
 * own key: two tabs never overwrite each other's. Pictures are too large to keep here.
 */
export function createOutboxStore(accountId: string, storage: Storage) {
  const prefix = `${PRIVATE_PREFIX}outbox:${accountId}:`;

  return {
    keep({ clientId, to, text, createdAt, image }: OutboxEntry) {
      if (image) return;
      // A full or forbidden storage only costs the retry after a reload.
      tryTo(() => storage.setItem(prefix + clientId, JSON.stringify({ clientId, to, text, createdAt } satisfies Kept)));
    },
    drop(clientId: string) {
      tryTo(() => storage.removeItem(prefix + clientId));
    },
    load(): OutboxEntry[] {
      const keys = tryTo(() => Object.keys(storage).filter((key) => key.startsWith(prefix))) ?? [];
      const kept = keys.map((key) => tryTo(() => JSON.parse(storage.getItem(key) ?? 'null') as unknown));
      return kept
        .filter(isKept)
        .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
        .map((entry) => ({ ...entry, image: null, state: { status: 'sending' } }));
    },
  };
}

export type OutboxStore = ReturnType<typeof createOutboxStore>;

function isKept(value: unknown): value is Kept {
  const { clientId, to, text, createdAt } = (value ?? {}) as Partial<Kept>;
  return [clientId, to, text, createdAt].every((field) => typeof field === 'string');
}

function tryTo<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
