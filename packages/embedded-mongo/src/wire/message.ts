import { decodeDoc } from '../bson/decode.js';
import { encodeDoc } from '../bson/encode.js';
import type { Doc } from '../bson/types.js';
import { BadFrame, HEADER_BYTES } from './frame.js';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flags that a receiver has to understand; the others may be ignored. */
const REQUIRED_FLAGS = 0xffff;

/** A command as it came in. `quiet` ones get no answer. */
export interface Incoming {
  id: number;
  legacy: boolean;
  quiet: boolean;
  /** Decodes the command; apart, because a type that is not supported is an answer and not a broken frame. */
  command: () => Doc;
}

/** Reads a message; throws `BadFrame` for what is none. */
export function readMessage(message: Buffer): Incoming {
  const id = message.readInt32LE(4);
  const opcode = message.readInt32LE(12);
  if (opcode === OP_MSG) return readMsg(message, id);
  if (opcode === OP_QUERY) return readQuery(message, id);
  throw new BadFrame(`the operation ${opcode} is not supported`);
}

function readMsg(message: Buffer, id: number): Incoming {
  if (message.length < HEADER_BYTES + 5) throw new BadFrame('a message without a body');
  const flags = message.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new BadFrame('an unknown flag');
  const end = message.length - ((flags & CHECKSUM_PRESENT) !== 0 ? 4 : 0);
  const body = message.subarray(HEADER_BYTES + 4, end);
  return { id, legacy: false, quiet: (flags & MORE_TO_COME) !== 0, command: () => readSections(body) };
}

/** The length that stands at a place, if that many bytes are there. */
function lengthAt(body: Buffer, at: number, least: number): number {
  if (at + 4 > body.length) throw new BadFrame('a section is cut off');
  const length = body.readInt32LE(at);
  if (length < least || at + length > body.length) throw new BadFrame('a section of wrong length');
  return length;
}

function readSections(body: Buffer): Doc {
  let command: Doc | undefined;
  const lists: [string, Doc[]][] = [];
  let at = 0;
  while (at < body.length) {
    const kind = body[at++];
    const length = lengthAt(body, at, 5);
    const section = body.subarray(at, at + length);
    at += length;
    if (kind === 0 && !command) command = decodeDoc(section);
    else if (kind === 1) lists.push(readList(section));
    else throw new BadFrame(`a section of kind ${kind}`);
  }
  if (!command) throw new BadFrame('a message without a command');
  for (const [name, documents] of lists) command.set(name, documents);
  return command;
}

function readList(section: Buffer): [string, Doc[]] {
  const end = section.indexOf(0, 4);
  if (end < 0) throw new BadFrame('a section without a name');
  const documents: Doc[] = [];
  for (let at = end + 1; at < section.length;) {
    const length = lengthAt(section, at, 5);
    documents.push(decodeDoc(section.subarray(at, at + length)));
    at += length;
  }
  return [section.toString('utf8', 4, end), documents];
}

/** The older form, in which drivers say hello. */
function readQuery(message: Buffer, id: number): Incoming {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0 || nameEnd + 9 > message.length) throw new BadFrame('a query is cut off');
  const namespace = message.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new BadFrame('a query that is not a command');
  const body = message.subarray(nameEnd + 9);
  const command = (): Doc => decodeDoc(body).set('$db', namespace.slice(0, -'.$cmd'.length));
  return { id, legacy: true, quiet: false, command };
}

/** The bytes of an answer. */
export function writeReply(incoming: Incoming, reply: Doc): Buffer {
  const body = encodeDoc(reply);
  const extra = incoming.legacy ? 20 : 5;
  const head = Buffer.alloc(HEADER_BYTES + extra);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(incoming.id, 8);
  head.writeInt32LE(incoming.legacy ? OP_REPLY : OP_MSG, 12);
  if (incoming.legacy) head.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([head, body]);
}
