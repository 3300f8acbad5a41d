import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { MongoClient } from 'mongodb';
import { serialize } from 'bson';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startInTempDirectory } from './embedded.js';

let mongo: Awaited<ReturnType<typeof startInTempDirectory>>;
let client: MongoClient;

beforeAll(async () => {
  mongo = await startInTempDirectory();
  client = await MongoClient.connect(mongo.uri);
});

afterAll(async () => {
  await client.close();
  await mongo.stop();
});

function message(opcode: number, body: Buffer, length?: number): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length ?? 16 + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(opcode, 12);
  return Buffer.concat([head, body]);
}

const flags = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const PING = Buffer.from(serialize({ ping: 1, $db: 'test' }));
const command = (bytes: Buffer): Buffer => Buffer.concat([flags(0), Buffer.from([0]), bytes]);

function open(): Socket {
  return connect(decodeURIComponent(/\/\/([^/]+)\//.exec(mongo.uri)![1]!)).on('error', () => undefined);
}

const OP_MSG = 2013;
const forged = (at: number, value: number): Buffer => {
  const bytes = Buffer.from(PING);
  bytes.writeInt32LE(value, at);
  return bytes;
};

const BAD: [string, Buffer][] = [
  ['a negative length', message(OP_MSG, command(PING), -5)],
  ['a length above 48 MB', message(OP_MSG, command(PING), 48_000_001)],
  ['a length below the header', message(OP_MSG, command(PING), 8)],
  ['an operation that is unknown', message(2001, command(PING))],
  ['compression, which was never agreed on', message(2012, command(PING))],
  ['a required flag that is unknown', message(OP_MSG, Buffer.concat([flags(1 << 5), Buffer.from([0]), PING]))],
  ['a section of unknown kind', message(OP_MSG, Buffer.concat([flags(0), Buffer.from([7]), PING]))],
  ['no section at all', message(OP_MSG, flags(0))],
  ['a document longer than its message', message(OP_MSG, command(forged(0, 5000)))],
  ['a document that claims to be empty', message(OP_MSG, command(forged(0, 3)))],
  ['a value of unknown type', message(OP_MSG, command(Buffer.from(PING).fill(0x42, 4, 5)))],
  ['text that is no message', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
];

describe('bad frames close their connection only', () => {
  it.each(BAD)('%s', async (_name, bytes) => {
    const socket = open();
    socket.write(bytes);
    await once(socket.resume(), 'close');
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('a message that comes byte by byte is answered', async () => {
    const socket = open();
    for (const byte of message(OP_MSG, command(PING))) socket.write(Buffer.from([byte]));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.readInt32LE(8)).toBe(1);
    socket.destroy();
  });

  it('random damage to a message never ends the server', async () => {
    const whole = message(
      OP_MSG,
      command(Buffer.from(serialize({ find: 'c', filter: { a: [1, 'x', { b: null }] }, $db: 'test' }))),
    );
    for (let at = 16; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at]! ^= 0xff;
      const socket = open();
      socket.end(damaged);
      await once(socket.resume(), 'close');
    }
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});

describe('limits', () => {
  afterEach(() => things().deleteMany({}));

  const things = () => client.db().collection<{ _id: number; text?: string; n?: number }>('things');

  it('a document above 16 MB is refused, one just below is stored', async () => {
    const text = 'x'.repeat(16 * 1024 * 1024 - 100);
    await things().insertOne({ _id: 1, text });
    await expect(things().updateOne({ _id: 1 }, { $set: { more: 'y'.repeat(200) } })).rejects.toMatchObject({
      code: 10334,
    });
    expect((await things().findOne({ _id: 1 }))!.text!.length).toBe(text.length);
  });

  it('a sort that would take more than 100 MB is refused', async () => {
    const text = 'x'.repeat(1_000_000);
    for (let n = 0; n < 110; n++) await things().insertOne({ _id: n, text });
    await expect(
      things()
        .aggregate([{ $sort: { n: 1 } }])
        .toArray(),
    ).resolves.toHaveLength(110);
    await expect(
      things()
        .aggregate([{ $set: { a: 1 } }, { $sort: { a: 1 } }])
        .toArray(),
    ).rejects.toMatchObject({ code: 292 });
    await expect(
      things()
        .aggregate([{ $group: { _id: null, all: { $push: '$text' } } }])
        .toArray(),
    ).rejects.toMatchObject({ code: 292 });
  });

  it('results of more than 16 MB come in several batches', async () => {
    const text = 'x'.repeat(9_000_000);
    await things().insertMany([
      { _id: 1, text },
      { _id: 2, text },
      { _id: 3, text },
    ]);
    expect((await things().find().toArray()).length).toBe(3);
  });

  it('maxTimeMS ends a command that takes longer', async () => {
    await things().insertMany(Array.from({ length: 20_000 }, (_, n) => ({ _id: n, n })));
    const slow = Array.from({ length: 200 }, (_, n) => ({ $mod: [n + 1000, -1] as [number, number] }));
    await expect(
      things()
        .find({ $or: slow.map((n) => ({ n })) }, { maxTimeMS: 1 })
        .toArray(),
    ).rejects.toMatchObject({ code: 50 });
  });

  it('a regular expression that explodes elsewhere is answered, and lookaround is refused by name', async () => {
    await things().insertOne({ _id: 1, text: `${'a'.repeat(28)}!` });
    expect(await things().findOne({ text: /^(a+)+$/ })).toBeNull();
    await expect(things().findOne({ text: { $regex: '(?=a)' } })).rejects.toThrow(
      'lookaround and backreferences are not supported',
    );
    await expect(things().findOne({ text: { $regex: 'a', $options: 'x' } })).rejects.toThrow(
      "the flag 'x' is not supported",
    );
  });

  it('an index key that is too long is refused by name', async () => {
    await client.db().collection('keys').createIndex({ a: 1 });
    await expect(
      client
        .db()
        .collection('keys')
        .insertOne({ a: 'x'.repeat(3000) }),
    ).rejects.toMatchObject({ code: 17280 });
    expect(
      await client
        .db()
        .collection('keys')
        .find({ a: 'x'.repeat(3000) })
        .toArray(),
    ).toEqual([]);
  });
});
