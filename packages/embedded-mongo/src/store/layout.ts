/** How keys are laid out: catalog entries, then for each collection its records and the entries of each index. */
const CATALOG = 0x01;
const DATA = 0x02;
const RECORDS = 0;

/** Bytes of a record's number. Records are numbered in the order of their insertion. */
const NUMBER_BYTES = 6;

export const FORMAT_KEY = Buffer.from([0x00]);

/** The least key that is above all keys with this prefix. */
export function successor(prefix: Buffer): Buffer {
  let last = prefix.length - 1;
  while (last >= 0 && prefix[last] === 0xff) last--;
  const result = Buffer.from(prefix.subarray(0, last + 1));
  result[last]!++;
  return result;
}

export const catalogKey = (namespace: string): Buffer =>
  Buffer.concat([Buffer.from([CATALOG]), Buffer.from(namespace)]);

export const CATALOG_RANGE = { start: Buffer.from([CATALOG]), end: Buffer.from([CATALOG + 1]) };

/** Prefix of the entries of an index; index 0 are the records themselves. */
export function indexPrefix(collection: number, index: number): Buffer {
  const prefix = Buffer.alloc(7);
  prefix[0] = DATA;
  prefix.writeUInt32BE(collection, 1);
  prefix.writeUInt16BE(index, 5);
  return prefix;
}

export const recordPrefix = (collection: number): Buffer => indexPrefix(collection, RECORDS);

/** The key of a record, or of an index entry when `prefix` is that of the index with the key put behind. */
export function numbered(prefix: Buffer, record: number): Buffer {
  const key = Buffer.allocUnsafe(prefix.length + NUMBER_BYTES);
  prefix.copy(key);
  key.writeUIntBE(record, prefix.length, NUMBER_BYTES);
  return key;
}

/** The record's number at the end of a key. */
export const numberOf = (key: Buffer): number => key.readUIntBE(key.length - NUMBER_BYTES, NUMBER_BYTES);

/** A key without the number at its end. */
export const withoutNumber = (key: Buffer): Buffer => key.subarray(0, key.length - NUMBER_BYTES);
