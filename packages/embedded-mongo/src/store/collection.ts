import { MongoFailure } from '../errors.js';
import { decodeDoc } from '../bson/decode.js';
import { encodeStored } from '../bson/encode.js';
import { type Doc, Regex } from '../bson/types.js';
import { matches } from '../match/filter.js';
import { MAX_KEY_BYTES } from '../values/key.js';
import { type GeneratedKey, generateKeys, ParallelArrays } from '../values/keygen.js';
import { someAt } from '../values/path.js';
import { duplicateKey, ID_INDEX_NAME, type Index } from './index-definition.js';
import { numbered, numberOf, recordPrefix, successor, withoutNumber } from './layout.js';
import type { Store } from './store.js';

const ENTRY = Buffer.from([1]);

/** A stored document with its number. */
export interface StoredRecord {
  number: number;
  bytes: Buffer;
}

/** The keys that a document has in an index; none when the index leaves it out. */
export function keysIn(index: Index, doc: Doc): { keys: GeneratedKey[]; multikey: boolean } {
  if (index.partial && !matches(index.partial, doc)) return { keys: [], multikey: false };
  if (index.sparse && !index.fields.some(({ keys }) => someAt(doc, keys, true, (value) => value !== undefined))) {
    return { keys: [], multikey: false };
  }
  try {
    const found = generateKeys(doc, index.fields);
    const long = found.keys.find((key) => key.bytes.length > MAX_KEY_BYTES);
    if (long) throw new MongoFailure(17280, `a key of the index '${index.name}' is longer than ${MAX_KEY_BYTES} bytes`);
    return found;
  } catch (error) {
    if (error instanceof ParallelArrays) throw new MongoFailure(171, error.message);
    throw error;
  }
}

/** The change of one index that belongs to the change of a document. */
interface IndexChange {
  index: Index;
  added: Buffer[];
  removed: Buffer[];
  multikey: boolean;
}

/**
 * The records of one collection with their index entries. The writing methods run inside a transaction of the store and
 * decide everything, uniqueness too, before they write, so that a refusal leaves nothing behind.
 */
export class Collection {
  private next: number | undefined;
  private readonly records: Buffer;

  constructor(
    private readonly store: Store,
    readonly namespace: string,
    readonly id: number,
    readonly indexes: Index[],
    private readonly onMultikey: (collection: Collection) => void,
  ) {
    this.records = recordPrefix(id);
  }

  get(number: number): Buffer | undefined {
    return this.store.get(numbered(this.records, number));
  }

  /** All records in the order of their insertion. */
  *scan(): Iterable<StoredRecord> {
    for (const { key, value } of this.store.entries({ start: this.records, end: successor(this.records) })) {
      yield { number: numberOf(key), bytes: value };
    }
  }

  count(): number {
    return this.store.count({ start: this.records, end: successor(this.records) });
  }

  /** Inserts a document, which has an `_id`. */
  insert(doc: Doc): void {
    const id = doc.get('_id');
    if (Array.isArray(id) || id instanceof Regex)
      throw new MongoFailure(53, "The '_id' value cannot be an array or a regular expression");
    const bytes = encodeStored(doc);
    const number = this.nextNumber();
    const changes = this.indexes.map((index) => this.change(index, number, undefined, doc));
    this.apply(number, changes);
    this.store.put(numbered(this.records, number), bytes);
    this.next = number + 1;
  }

  /** Stores another version of a document; `before` is what the record holds now. Tells whether anything changed. */
  replace(record: StoredRecord, before: Doc, after: Doc): boolean {
    const bytes = encodeStored(after);
    if (bytes.equals(record.bytes)) return false;
    const changes = this.indexes.map((index) => this.change(index, record.number, before, after));
    this.apply(record.number, changes);
    this.store.put(numbered(this.records, record.number), bytes);
    return true;
  }

  remove(record: StoredRecord, before: Doc): void {
    const changes = this.indexes.map((index) => this.change(index, record.number, before, undefined));
    this.apply(record.number, changes);
    this.store.remove(numbered(this.records, record.number));
  }

  /** Fills a new index from the records; throws when they break its rules. */
  build(index: Index): void {
    for (const record of this.scan()) {
      this.apply(record.number, [this.change(index, record.number, undefined, decodeDoc(record.bytes))]);
    }
  }

  /** Removes all entries of an index. */
  clear(index: Index): void {
    this.removeRange(index.prefix);
  }

  /** Removes all records and entries. */
  destroy(): void {
    for (const index of this.indexes) this.clear(index);
    this.removeRange(this.records);
  }

  private removeRange(prefix: Buffer): void {
    for (const key of [...this.store.keys({ start: prefix, end: successor(prefix) })]) this.store.remove(key);
  }

  private nextNumber(): number {
    if (this.next === undefined) {
      const [last] = this.store.keys({ start: this.records, end: successor(this.records), reverse: true });
      this.next = last ? numberOf(last) + 1 : 1;
    }
    return this.next;
  }

  private change(index: Index, number: number, before: Doc | undefined, after: Doc | undefined): IndexChange {
    const old = before ? keysIn(index, before).keys : [];
    const { keys, multikey } = after ? keysIn(index, after) : { keys: [], multikey: false };
    const same = (list: GeneratedKey[], key: GeneratedKey): boolean =>
      list.some((other) => other.bytes.equals(key.bytes));
    const added = old.length === 0 ? keys : keys.filter((key) => !same(old, key));
    const removed = keys.length === 0 ? old : old.filter((key) => !same(keys, key));
    if (index.unique) for (const key of added) this.refuseTaken(index, key, number);
    return { index, added: added.map((key) => key.bytes), removed: removed.map((key) => key.bytes), multikey };
  }

  private refuseTaken(index: Index, key: GeneratedKey, number: number): void {
    const start = Buffer.concat([index.prefix, key.bytes]);
    for (const entry of this.store.keys({ start, end: successor(start) })) {
      if (numberOf(entry) !== number && withoutNumber(entry).length === start.length) {
        throw duplicateKey(this.namespace, index, key.values);
      }
    }
  }

  private apply(number: number, changes: IndexChange[]): void {
    let becameMultikey = false;
    for (const { index, added, removed, multikey } of changes) {
      for (const key of removed) this.store.remove(numbered(Buffer.concat([index.prefix, key]), number));
      for (const key of added) this.store.put(numbered(Buffer.concat([index.prefix, key]), number), ENTRY);
      if (multikey && !index.multikey) {
        index.multikey = true;
        becameMultikey = true;
      }
    }
    if (becameMultikey) this.onMultikey(this);
  }

  /** The index with this name. */
  indexNamed(name: string): Index | undefined {
    return this.indexes.find((index) => index.name === name);
  }

  get idIndex(): Index {
    return this.indexNamed(ID_INDEX_NAME)!;
  }
}
