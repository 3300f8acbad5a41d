import { MongoFailure } from '../errors.js';
import { Binary, type Doc, Double, isInt32, ObjectId, Raw, Regex, Timestamp, type Value } from './types.js';

/** The largest document that MongoDB stores. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const START_BYTES = 64 * 1024;

let scratch = Buffer.allocUnsafe(START_BYTES);
let at = 0;

/** Encodes a document into bytes of its own. */
export function encodeDoc(value: Doc): Buffer {
  at = 0;
  writeDoc(value);
  const bytes = Buffer.allocUnsafeSlow(at);
  scratch.copy(bytes, 0, 0, at);
  if (scratch.length > MAX_DOCUMENT_BYTES) scratch = Buffer.allocUnsafe(START_BYTES);
  return bytes;
}

/** Encodes a document that is to be stored; refuses one above 16 MB as MongoDB does. */
export function encodeStored(value: Doc): Buffer {
  const bytes = encodeDoc(value);
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new MongoFailure(10334, `object to insert too large. size in bytes: ${bytes.length}, max size: 16777216`);
  }
  return bytes;
}

function reserve(bytes: number): void {
  if (at + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + bytes));
  scratch.copy(larger, 0, 0, at);
  scratch = larger;
}

function writeCString(text: string): void {
  if (text.includes('\0')) throw new MongoFailure(2, 'a field name or pattern contains a zero byte');
  reserve(text.length * 3 + 1);
  at += scratch.write(text, at, 'utf8');
  scratch[at++] = 0;
}

function writeBytes(bytes: Buffer): void {
  reserve(bytes.length);
  at += bytes.copy(scratch, at);
}

function writeInt(value: number): void {
  reserve(4);
  at = scratch.writeInt32LE(value, at);
}

function framed(body: () => void): void {
  const start = at;
  writeInt(0);
  body();
  reserve(1);
  scratch[at++] = 0;
  scratch.writeInt32LE(at - start, start);
}

function writeDoc(value: Doc): void {
  framed(() => {
    for (const [name, item] of value) writeElement(name, item);
  });
}

function writeArray(items: Value[]): void {
  framed(() => items.forEach((item, index) => writeElement(String(index), item)));
}

function writeElement(name: string, value: Value): void {
  const typeAt = at;
  reserve(1);
  at++;
  writeCString(name);
  const type = writeValue(value);
  scratch[typeAt] = type;
}

function writeValue(value: Value): number {
  switch (typeof value) {
    case 'string':
      return writeString(value);
    case 'number':
      return isInt32(value) ? writeInt32(value) : writeDouble(value);
    case 'boolean':
      reserve(1);
      scratch[at++] = value ? 1 : 0;
      return 0x08;
    case 'bigint':
      reserve(8);
      at = scratch.writeBigInt64LE(value, at);
      return 0x12;
    default:
      return value === null ? 0x0a : writeObject(value);
  }
}

function writeObject(value: Exclude<Value, null | string | number | boolean | bigint>): number {
  if (value instanceof Map) return (writeDoc(value), 0x03);
  if (Array.isArray(value)) return (writeArray(value), 0x04);
  if (value instanceof Raw) return (writeBytes(value.bytes), 0x03);
  if (value instanceof ObjectId) return (writeBytes(Buffer.from(value.hex, 'hex')), 0x07);
  if (value instanceof Date) return (writeBits(BigInt(value.getTime())), 0x09);
  if (value instanceof Double) return writeDouble(value.value);
  if (value instanceof Regex) return (writeCString(value.pattern), writeCString(value.flags), 0x0b);
  if (value instanceof Binary) return writeBinary(value);
  if (value instanceof Timestamp) return (writeBits(BigInt.asIntN(64, value.bits)), 0x11);
  return value.side === 'min' ? 0xff : 0x7f;
}

function writeString(value: string): number {
  const lengthAt = at;
  reserve(value.length * 3 + 5);
  at += 4;
  at += scratch.write(value, at, 'utf8');
  scratch[at++] = 0;
  scratch.writeInt32LE(at - lengthAt - 4, lengthAt);
  return 0x02;
}

function writeInt32(value: number): number {
  writeInt(value);
  return 0x10;
}

function writeDouble(value: number): number {
  reserve(8);
  at = scratch.writeDoubleLE(value, at);
  return 0x01;
}

function writeBits(value: bigint): void {
  reserve(8);
  at = scratch.writeBigInt64LE(value, at);
}

function writeBinary(value: Binary): number {
  writeInt(value.bytes.length);
  reserve(1);
  scratch[at++] = value.subtype;
  writeBytes(value.bytes);
  return 0x05;
}
