import { MongoFailure, notImplemented } from '../errors.js';
import { Binary, type Doc, double, MAX_KEY, MIN_KEY, ObjectId, Regex, Timestamp, type Value } from './types.js';

const MAX_DEPTH = 180;
const MAX_DATE = 8_640_000_000_000_000n;

const ABSENT_TYPES: Record<number, string> = {
  0x06: 'BSON type undefined',
  0x0c: 'BSON type DBPointer',
  0x0d: 'BSON type JavaScript code',
  0x0e: 'BSON type symbol',
  0x0f: 'BSON type JavaScript code with scope',
  0x13: 'BSON type Decimal128',
};

export const broken = (what: string): MongoFailure => new MongoFailure(22, `invalid BSON: ${what}`);

/** One pass over a buffer; every read is checked against `end`, so that a forged length can not leave the document. */
export class Reader {
  constructor(
    readonly buffer: Buffer,
    public at: number,
    readonly end: number,
  ) {}

  take(bytes: number): number {
    const start = this.at;
    if (bytes < 0 || start + bytes > this.end) throw broken('a value ends beyond its document');
    this.at = start + bytes;
    return start;
  }

  int(): number {
    return this.buffer.readInt32LE(this.take(4));
  }

  cstring(): string {
    const start = this.at;
    let ascii = true;
    let at = start;
    for (; at < this.end; at++) {
      const byte = this.buffer[at]!;
      if (byte === 0) break;
      if (byte > 0x7f) ascii = false;
    }
    if (at >= this.end) throw broken('a name does not end');
    this.at = at + 1;
    return this.buffer.toString(ascii ? 'latin1' : 'utf8', start, at);
  }

  string(): string {
    const length = this.int();
    if (length < 1) throw broken('a string of negative length');
    const start = this.take(length);
    if (this.buffer[this.at - 1] !== 0) throw broken('a string does not end');
    return this.buffer.toString('utf8', start, this.at - 1);
  }
}

/** Decodes the document that starts at `start`; throws a `MongoFailure` for broken bytes and for types that are not kept. */
export function decodeDoc(buffer: Buffer, start = 0): Doc {
  return readDoc(new Reader(buffer, start, buffer.length), 0);
}

export function open(reader: Reader, depth: number): Reader {
  if (depth > MAX_DEPTH) throw new MongoFailure(15, `documents nest at most ${MAX_DEPTH} deep`);
  const start = reader.at;
  const length = reader.int();
  if (length < 5 || start + length > reader.end) throw broken('a document of wrong length');
  reader.at = start + length;
  if (reader.buffer[reader.at - 1] !== 0) throw broken('a document does not end');
  return new Reader(reader.buffer, start + 4, start + length - 1);
}

function readDoc(outer: Reader, depth: number): Doc {
  const reader = open(outer, depth);
  const result: Doc = new Map();
  while (reader.at < reader.end) {
    const type = reader.buffer[reader.at++]!;
    const name = reader.cstring();
    result.set(name, readValue(reader, type, depth));
  }
  return result;
}

function readArray(outer: Reader, depth: number): Value[] {
  const reader = open(outer, depth);
  const result: Value[] = [];
  while (reader.at < reader.end) {
    const type = reader.buffer[reader.at++]!;
    reader.cstring();
    result.push(readValue(reader, type, depth));
  }
  return result;
}

function readDate(reader: Reader): Date {
  const time = reader.buffer.readBigInt64LE(reader.take(8));
  if (time > MAX_DATE || time < -MAX_DATE) throw notImplemented('a date outside the years -271821 to 275760');
  return new Date(Number(time));
}

function readBinary(reader: Reader): Binary {
  const length = reader.int();
  const subtype = reader.buffer[reader.take(1)]!;
  const start = reader.take(length);
  return new Binary(subtype, Buffer.from(reader.buffer.subarray(start, start + length)));
}

export function readValue(reader: Reader, type: number, depth: number): Value {
  const { buffer } = reader;
  switch (type) {
    case 0x01:
      return double(buffer.readDoubleLE(reader.take(8)));
    case 0x02:
      return reader.string();
    case 0x03:
      return readDoc(reader, depth + 1);
    case 0x04:
      return readArray(reader, depth + 1);
    case 0x05:
      return readBinary(reader);
    case 0x07: {
      const start = reader.take(12);
      return new ObjectId(buffer.toString('hex', start, start + 12));
    }
    case 0x08:
      return buffer[reader.take(1)] === 1;
    case 0x09:
      return readDate(reader);
    case 0x0a:
      return null;
    case 0x0b:
      return new Regex(reader.cstring(), reader.cstring());
    case 0x10:
      return reader.int();
    case 0x11:
      return new Timestamp(buffer.readBigUInt64LE(reader.take(8)));
    case 0x12:
      return buffer.readBigInt64LE(reader.take(8));
    case 0xff:
      return MIN_KEY;
    case 0x7f:
      return MAX_KEY;
    default:
      throw ABSENT_TYPES[type] ? notImplemented(ABSENT_TYPES[type]) : broken(`type ${type}`);
  }
}
