import { broken, decodeDoc, open, Reader, readValue } from './decode.js';
import type { Doc, Value } from './types.js';

/** Which parts of a document somebody looks at: all of it, or by name the parts of its fields. */
export type Parts = 'all' | Map<string, Parts>;

/** Adds the value at a path; of arrays on the way that part of each element is meant. */
export function addPath(parts: Parts, keys: string[]): void {
  if (parts === 'all') return;
  const [key, ...rest] = keys;
  const known = parts.get(key!);
  if (known === 'all') return;
  if (rest.length === 0 || /^\d+$/.test(rest[0]!)) {
    parts.set(key!, 'all');
    return;
  }
  const inner = known ?? new Map<string, Parts>();
  parts.set(key!, inner);
  addPath(inner, rest);
}

/** Bytes of a value of each type with a fixed size. */
const SIZES: Record<number, number> = {
  0x01: 8,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x7f: 0,
  0xff: 0,
};

function skip(reader: Reader, type: number): void {
  const size = SIZES[type];
  if (size !== undefined) reader.take(size);
  else if (type === 0x03 || type === 0x04) reader.take(reader.int() - 4);
  else if (type === 0x02) reader.take(reader.int());
  else if (type === 0x05) reader.take(reader.int() + 1);
  else if (type === 0x0b) {
    reader.cstring();
    reader.cstring();
  } else throw broken(`type ${type}`);
}

/** Decodes only the wanted parts of a stored document and passes over the bytes of the others. */
export function decodeParts(buffer: Buffer, parts: Parts): Doc {
  return parts === 'all' ? decodeDoc(buffer) : readParts(new Reader(buffer, 0, buffer.length), parts, 0);
}

function readParts(outer: Reader, parts: Map<string, Parts>, depth: number): Doc {
  const reader = open(outer, depth);
  const result: Doc = new Map();
  while (reader.at < reader.end) {
    const type = reader.buffer[reader.at++]!;
    const name = reader.cstring();
    const wanted = parts.get(name);
    if (wanted === undefined) skip(reader, type);
    else result.set(name, readPart(reader, type, wanted, depth));
  }
  return result;
}

function readPart(reader: Reader, type: number, wanted: Parts, depth: number): Value {
  if (wanted === 'all' || (type !== 0x03 && type !== 0x04)) return readValue(reader, type, depth);
  return type === 0x03 ? readParts(reader, wanted, depth + 1) : readItems(reader, wanted, depth + 1);
}

function readItems(outer: Reader, wanted: Map<string, Parts>, depth: number): Value[] {
  const reader = open(outer, depth);
  const result: Value[] = [];
  while (reader.at < reader.end) {
    const type = reader.buffer[reader.at++]!;
    reader.cstring();
    result.push(type === 0x03 ? readParts(reader, wanted, depth + 1) : readValue(reader, type, depth));
  }
  return result;
}

/** A document of only those top-level fields that are wanted, made by copying their bytes. */
export function sliceFields(buffer: Buffer, isWanted: (name: string) => boolean): Buffer {
  const reader = open(new Reader(buffer, 0, buffer.length), 0);
  const result = Buffer.allocUnsafe(buffer.length);
  let length = 4;
  while (reader.at < reader.end) {
    const start = reader.at;
    const type = reader.buffer[reader.at++]!;
    const wanted = isWanted(reader.cstring());
    skip(reader, type);
    if (wanted) length += buffer.copy(result, length, start, reader.at);
  }
  result[length++] = 0;
  result.writeInt32LE(length, 0);
  return result.subarray(0, length);
}
