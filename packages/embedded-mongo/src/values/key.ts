import { MongoFailure } from '../errors.js';
import { Binary, type Doc, Double, ObjectId, Raw, Regex, Timestamp, type Value } from '../bson/types.js';
import { canonicalType, NUMBER_RANK } from './types.js';

/**
 * Index keys: bytes whose plain order is MongoDB's order of values. Each value starts with its type's rank and ends by
 * itself, so keys of several values are put one after the other; a descending part has all its bits flipped.
 */
export const MAX_KEY_BYTES = 1900;

/** Rank of the key that stands for an empty array, which sorts below null. */
const EMPTY_ARRAY_RANK = 3;

/** The key part of an empty array. */
export const EMPTY_ARRAY_KEY = Buffer.from([EMPTY_ARRAY_RANK]);

const scratch = Buffer.alloc(10);

function numberKey(value: number | bigint): Buffer {
  let head = Number(value);
  let rest = 0;
  if (typeof value === 'bigint') {
    if (BigInt(head) > value) head = below(head);
    rest = Number(value - BigInt(head));
  }
  scratch.writeDoubleBE(head === 0 ? 0 : head, 0);
  if (Number.isNaN(head)) scratch.fill(0, 0, 8);
  else if (head < 0) for (let at = 0; at < 8; at++) scratch[at] = ~scratch[at]! & 0xff;
  else scratch[0]! |= 0x80;
  scratch.writeUInt16BE(rest, 8);
  return Buffer.concat([Buffer.from([NUMBER_RANK]), scratch]);
}

/** The next double towards minus infinity; only called beyond 2^53. */
function below(value: number): number {
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  bits.writeBigUInt64BE(bits.readBigUInt64BE() + (value < 0 ? 1n : -1n));
  return bits.readDoubleBE();
}

function textKey(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(0)) return Buffer.concat([bytes, Buffer.from([0, 0])]);
  const escaped: number[] = [];
  for (const byte of bytes) escaped.push(...(byte === 0 ? [0, 0xff] : [byte]));
  return Buffer.from([...escaped, 0, 0]);
}

function signed64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value) ^ (1n << 63n));
  return bytes;
}

function docKey(value: Doc): Buffer {
  const parts: Buffer[] = [];
  for (const [name, item] of value) {
    const key = valueKey(item);
    parts.push(key.subarray(0, 1), textKey(name), key.subarray(1));
  }
  return Buffer.concat([...parts, Buffer.from([0])]);
}

function binaryKey(value: Binary): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(value.bytes.length);
  head[4] = value.subtype;
  return Buffer.concat([head, value.bytes]);
}

function unsigned64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

function body(value: Value | undefined): Buffer | undefined {
  if (typeof value === 'string') return textKey(value);
  if (value instanceof ObjectId) return Buffer.from(value.hex, 'hex');
  if (value instanceof Date) return signed64(BigInt(value.getTime()));
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0]);
  if (value instanceof Map) return docKey(value);
  if (Array.isArray(value)) return Buffer.concat([...value.map(valueKey), Buffer.from([0])]);
  if (value instanceof Binary) return binaryKey(value);
  if (value instanceof Timestamp) return unsigned64(value.bits);
  if (value instanceof Regex) return Buffer.concat([textKey(value.pattern), textKey(value.flags)]);
  return undefined;
}

/** The key part of one value; missing (`undefined`) is null. */
export function valueKey(value: Value | undefined): Buffer {
  if (value instanceof Raw) throw new MongoFailure(1, 'an encoded document has no key');
  if (typeof value === 'number' || typeof value === 'bigint') return numberKey(value);
  if (value instanceof Double) return numberKey(value.value);
  const rank = Buffer.from([canonicalType(value)]);
  const rest = body(value);
  return rest ? Buffer.concat([rank, rest]) : rank;
}

/** A part for a descending index. */
export function inverted(part: Buffer): Buffer {
  const result = Buffer.allocUnsafe(part.length);
  for (let at = 0; at < part.length; at++) result[at] = ~part[at]! & 0xff;
  return result;
}

/** The first bytes of all keys of a type, and of the type after it. */
export const rankBounds = (rank: number): [Buffer, Buffer] => [Buffer.from([rank]), Buffer.from([rank + 1])];
