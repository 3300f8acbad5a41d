import { MongoFailure } from '../errors.js';
import { decodeDoc } from '../bson/decode.js';
import { encodeDoc } from '../bson/encode.js';
import { type Doc, doc } from '../bson/types.js';
import { Collection } from './collection.js';
import { describeIndex, ID_INDEX_NAME, type Index, restoreIndex } from './index-definition.js';
import { CATALOG_RANGE, catalogKey, FORMAT_KEY } from './layout.js';
import type { Store } from './store.js';

const FORMAT = 'health-connect embedded-mongo 1';

/** Thrown at the start when a store holds something that is not ours. */
class ForeignStore extends Error {}

/** All collections by `database.collection`; kept in memory and in the store alike. */
export class Catalog {
  private collections = new Map<string, Collection>();
  private nextId = 1;

  constructor(private readonly store: Store) {
    this.checkFormat();
    this.load();
  }

  private checkFormat(): void {
    const found = this.store.get(FORMAT_KEY);
    if (found && found.toString() === FORMAT) return;
    const [any] = this.store.keys({ start: Buffer.from([0]), end: Buffer.from([0xff]) });
    if (found || any)
      throw new ForeignStore(
        'the data directory holds a store that was not written by this database, or by another version of it',
      );
    this.store.transaction(() => this.store.put(FORMAT_KEY, Buffer.from(FORMAT)));
  }

  /** Reads everything again from the store, as after a transaction that did not come through. */
  load(): void {
    this.collections = new Map();
    this.nextId = 1;
    for (const { value } of this.store.entries(CATALOG_RANGE)) {
      const stored = decodeDoc(value);
      const id = stored.get('id') as number;
      const indexes = (stored.get('indexes') as Doc[]).map((index) => restoreIndex(id, index));
      this.remember(new Collection(this.store, stored.get('ns') as string, id, indexes, (one) => this.save(one)));
    }
  }

  get(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  /** The collection, made when there is none; inside a transaction. */
  ensure(namespace: string): Collection {
    const known = this.collections.get(namespace);
    if (known) return known;
    checkNamespace(namespace);
    const id = this.nextId;
    const idIndex = doc({
      id: 1,
      name: ID_INDEX_NAME,
      key: doc({ _id: 1 }),
      unique: true,
      sparse: false,
      multikey: false,
    });
    const created = new Collection(this.store, namespace, id, [restoreIndex(id, idIndex)], (one) => this.save(one));
    this.remember(created);
    this.save(created);
    return created;
  }

  /** The collections of a database, by name. */
  list(database: string): Collection[] {
    const found = [...this.collections.values()].filter(({ namespace }) => namespace.startsWith(`${database}.`));
    return found.sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
  }

  all(): Iterable<Collection> {
    return this.collections.values();
  }

  drop(collection: Collection): void {
    collection.destroy();
    this.store.remove(catalogKey(collection.namespace));
    this.collections.delete(collection.namespace);
  }

  /** Adds an index and fills it; when the records break its rules nothing may remain, so the transaction has to end. */
  addIndex(collection: Collection, description: Doc): void {
    const id = Math.max(...collection.indexes.map((index) => index.id)) + 1;
    const index = restoreIndex(collection.id, new Map([...description, ['id', id], ['multikey', false]]));
    collection.build(index);
    collection.indexes.push(index);
    this.save(collection);
  }

  removeIndex(collection: Collection, index: Index): void {
    collection.clear(index);
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    this.save(collection);
  }

  private save(collection: Collection): void {
    const indexes = collection.indexes.map(describeIndex);
    const stored = doc({ ns: collection.namespace, id: collection.id, indexes });
    this.store.put(catalogKey(collection.namespace), encodeDoc(stored));
  }

  private remember(collection: Collection): void {
    this.collections.set(collection.namespace, collection);
    this.nextId = Math.max(this.nextId, collection.id + 1);
  }
}

function checkNamespace(namespace: string): void {
  const dot = namespace.indexOf('.');
  const [database, name] = [namespace.slice(0, dot), namespace.slice(dot + 1)];
  const bad = dot <= 0 || name === '' || /[\0$]/.test(name) || name.startsWith('.') || name.startsWith('system.');
  if (bad || /[/\\. "$*<>:|?\0]/.test(database) || Buffer.byteLength(namespace) > 255) {
    throw new MongoFailure(73, `Invalid namespace specified '${namespace}'`);
  }
}
