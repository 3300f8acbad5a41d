import { Cursors } from './commands/cursors.js';
import type { Services } from './commands/request.js';
import { Finder } from './plan/run.js';
import { Catalog } from './store/catalog.js';
import { removeExpired } from './store/expiry.js';
import { Store } from './store/store.js';
import { Writer } from './store/writer.js';

export interface Database {
  services: Services;
  store: Store;
  /** Removes expired documents; tells how many. */
  expire: () => Promise<number>;
  close: () => Promise<void>;
}

/** Opens the database in a directory that this process owns. */
export function openDatabase(directory: string, durable: boolean, now: () => Date = () => new Date()): Database {
  const store = Store.open(directory, durable);
  const catalog = new Catalog(store);
  const writer = new Writer(store, catalog);
  const finder = new Finder(store);
  const cursors = new Cursors(() => now().getTime());
  return {
    store,
    services: { catalog, writer, finder, cursors, now },
    expire: () => removeExpired(catalog, writer, finder, now),
    close: async () => {
      await writer.run(() => undefined);
      await store.close();
    },
  };
}
