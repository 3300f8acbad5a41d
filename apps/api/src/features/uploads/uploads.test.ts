import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { env } from '../../env.js';
import { StorageUsageModel } from '../usage/model.js';
import { UploadModel } from './model.js';
import { sweepUploads } from './removal.js';

const app = createTestApp();

const drawing = (width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 40 } } });

/** A photo as a phone takes it: lying on its side, with the place where it was taken. */
const photo = () =>
  drawing()
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '36/1 50/1 0/1', GPSLatitudeRef: 'S' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

const upload = (user: TestUser, file: Buffer, { name = 'photo.jpg', purpose = 'message' } = {}) =>
  app.as(user).post('/api/uploads').field('purpose', purpose).attach('file', file, name);

const uploadPhoto = async (user: TestUser) => (await upload(user, await photo(), { purpose: 'avatar' })).body.data;

const setPhoto = (user: TestUser, avatar: string) =>
  app
    .as(user)
    .put(`/api/${user.role === 'doctor' ? 'doctors' : 'patients'}/profile`)
    .send({ avatar });

const send = (from: TestUser, to: TestUser, image: string) =>
  app.as(from).post(`/api/message/send/${to.id}`).send({ image, clientId: randomUUID() });

const filesOf = (...uploads: { _id: string }[]) =>
  uploads.map(({ _id }) => existsSync(join(env.dataDir, 'uploads', `${_id}.webp`)));

const storedOf = (user: TestUser) => UploadModel.countDocuments({ ownerId: user.id });

describe('CH-9: what is stored of a picture', () => {
  test('are its pixels, upright: no place, no camera', async () => {
    const patient = await buildPatient();
    const original = await photo();
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const { body, status } = await upload(patient, original);
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ mimeType: 'image/webp', width: 48, height: 64 });

    const { body: bytes, headers } = await app.as(patient).get(body.data.url).buffer(true);
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 48, height: 64 });
    expect([metadata.exif, metadata.xmp, metadata.iptc, metadata.orientation]).toEqual(Array(4).fill(undefined));
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
  });

  test('a moving GIF goes on moving', async () => {
    const patient = await buildPatient();
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { body } = await upload(patient, gif, { name: 'wave.gif' });
    expect(body.data).toMatchObject({ width: 20, height: 10 });
    const { body: bytes } = await app.as(patient).get(body.data.url).buffer(true);
    expect((await sharp(bytes).metadata()).pages).toBe(2);
  });

  const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]);
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
  );
  const html = Buffer.from('<!doctype html><img src=x onerror=alert(1)>');
  test.each([
    ['an SVG', async () => svg, 'image.svg', 415],
    ['an SVG that says it is a PNG', async () => svg, 'image.png', 415],
    ['HTML that says it is a JPEG', async () => html, 'image.jpg', 415],
    ['a ZIP that says it is a PNG', async () => zip, 'image.png', 415],
    ['a PNG that breaks off', async () => (await drawing().png().toBuffer()).subarray(0, 60), 'image.png', 422],
    ['a PNG that is only a beginning', async () => Buffer.from('\x89PNG\r\n\x1a\nabcdef', 'latin1'), 'image.png', 422],
    ['a picture of 40,000 by 40,000 pixels', async () => hugePng(40_000), 'image.png', 413],
    ['a picture of 5,001 by 5,001 pixels', async () => hugePng(5001), 'image.png', 413],
    ['a file of 26 MB', async () => Buffer.alloc(26 * 1024 * 1024, 1), 'image.jpg', 413],
  ])('%s is refused and not stored', async (_, file, name, status) => {
    const patient = await buildPatient();
    const reply = await upload(patient, await file(), { name });
    expect([reply.status, await storedOf(patient)]).toEqual([status, 0]);
  });

  /** Only its header: enough to see that nobody should unpack it. */
  async function hugePng(side: number) {
    const png = await drawing(1, 1).png().toBuffer();
    png.writeUInt32BE(side, 16);
    png.writeUInt32BE(side, 20);
    const crc = crc32(png.subarray(12, 29));
    png.writeUInt32BE(crc, 29);
    return png;
  }

  function crc32(bytes: Buffer) {
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
  }

  test('no file, an unknown purpose or an unknown field is refused', async () => {
    const patient = await buildPatient();
    const file = await photo();
    const replies = [
      await app.as(patient).post('/api/uploads').field('purpose', 'message'),
      await upload(patient, file, { purpose: 'records' }),
      await app
        .as(patient)
        .post('/api/uploads')
        .field('purpose', 'message')
        .field('ownerId', 'x')
        .attach('file', file, 'a.jpg'),
      await app.as(patient).post('/api/uploads').send({ purpose: 'message' }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    expect((await app.anonymous.post('/api/uploads').field('purpose', 'message')).status).toBe(401);
  });
});

describe('who sees it', () => {
  test('CH-10: a picture in a chat is for the two, and for nobody else', async () => {
    const { doctor, patient } = await buildAppointment();
    const { body: picture } = await upload(patient, await photo());
    const { _id, url } = picture.data;
    expect((await app.as(doctor).get(url)).status).toBe(404);

    const message = { image: _id, clientId: randomUUID() };
    const { body } = await app.as(patient).post(`/api/message/send/${doctor.id}`).send(message);
    expect(body.data).toMatchObject({ type: 'image', image: url, imageWidth: 48, imageHeight: 64, text: '' });
    const others = [app.as(await buildPatient()), app.as(await buildDoctor()), app.anonymous];
    const statuses = await Promise.all([app.as(doctor), app.as(patient), ...others].map((who) => who.get(url)));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 404, 404, 404]);
    const missing = await app.as(await buildPatient()).get(`/api/uploads/${'a'.repeat(24)}`);
    expect({ ...missing.body, requestId: '' }).toEqual({ ...statuses[2]!.body, requestId: '' });
  });

  test("nobody can send another's picture on", async () => {
    const { doctor, patient } = await buildAppointment();
    const { body: picture } = await upload(doctor, await photo());
    const socket = await app.socket(patient);
    const send = { to: doctor.id, type: 'image', image: picture.data._id, clientId: randomUUID() };
    expect(await socket.request('message-send', send)).toMatchObject({ error: { code: 'validation_failed' } });
  });

  test('a data URL in a message is drawn anew too, and a retry stores it once', async () => {
    const { doctor, patient } = await buildAppointment();
    const image = `data:image/jpeg;base64,${(await photo()).toString('base64')}`;
    const send = () => app.as(patient).post(`/api/message/send/${doctor.id}`).send({ image, clientId: 'picture-1' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.data).toEqual(first.body.data);
    expect(await storedOf(patient)).toBe(1);
    expect((await app.as(doctor).get(first.body.data.image)).status).toBe(200);
  });

  test("a photo is its owner's until it is used; then a doctor's is public, a patient's for the signed in", async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const face = await uploadPhoto(doctor);
    const other = await uploadPhoto(patient);
    expect(face).toMatchObject({ width: 512, height: 512 });
    const statusesOf = async (url: string) => {
      const readers = [app.as(doctor), app.as(patient), app.anonymous];
      return (await Promise.all(readers.map((reader) => reader.get(url)))).map(({ status }) => status);
    };
    expect(await statusesOf(face.url)).toEqual([200, 404, 404]);
    expect(await statusesOf(other.url)).toEqual([404, 200, 404]);

    expect((await setPhoto(doctor, face._id)).body.data.avatar).toBe(face.url);
    expect((await setPhoto(patient, other.url)).body.data.avatar).toBe(other.url);
    expect(await statusesOf(face.url)).toEqual([200, 200, 200]);
    expect(await statusesOf(other.url)).toEqual([200, 200, 404]);
    for (const foreign of [face.url, 'https://elsewhere.example/pixel.gif', other._id.slice(1)]) {
      expect((await setPhoto(patient, foreign)).body.code).toBe('validation_failed');
    }
  });

  test('a photo that was replaced or taken away is served to nobody, and its file is gone', async () => {
    const patient = await buildPatient();
    const [first, second] = [await uploadPhoto(patient), await uploadPhoto(patient)];
    await setPhoto(patient, first.url);
    expect(await filesOf(first, second)).toEqual([true, true]);
    await setPhoto(patient, second.url);
    expect((await app.as(patient).get(first.url)).status).toBe(404);
    expect((await setPhoto(patient, first.url)).body.code).toBe('validation_failed');
    expect((await setPhoto(patient, '')).body.data.avatar).toBe('');
    expect((await app.as(patient).get(second.url)).status).toBe(404);
    expect([await filesOf(first, second), await storedOf(patient)]).toEqual([[false, false], 0]);
  });

  test('of photos that are set at the same moment one stays, and no other', async () => {
    const patient = await buildPatient();
    const photos = [await uploadPhoto(patient), await uploadPhoto(patient), await uploadPhoto(patient)];
    await Promise.all(photos.map(({ url }) => setPhoto(patient, url)));
    const { body } = await app.as(patient).get('/api/auth/me');
    expect(await filesOf(...photos)).toEqual(photos.map(({ url }) => url === body.data.avatar));
  });
});

describe('what nobody uses', () => {
  test('is removed after a day, file and row; what is used stays', async () => {
    const { doctor, patient } = await buildAppointment();
    const [unused, sent, worn] = [
      (await upload(patient, await photo())).body.data,
      (await upload(patient, await photo())).body.data,
      await uploadPhoto(patient),
    ];
    await send(patient, doctor, sent._id);
    await setPhoto(patient, worn._id);
    app.clock.advanceMinutes(23 * 60);
    await sweepUploads();
    expect(await filesOf(unused, sent, worn)).toEqual([true, true, true]);
    app.clock.advanceMinutes(61);
    await sweepUploads();
    expect(await filesOf(unused, sent, worn)).toEqual([false, true, true]);
    expect(await storedOf(patient)).toBe(2);
    const stored = await UploadModel.find({ ownerId: patient.id }).lean();
    expect((await StorageUsageModel.findById(patient.id).lean())?.bytes).toBe(stored[0]!.bytes + stored[1]!.bytes);
  });

  test('is either removed or sent, whatever comes at the same moment over two processes', async () => {
    const { doctor, patient } = await buildAppointment();
    const pictures: { _id: string; url: string }[] = [];
    for (let count = 0; count < 6; count += 1) pictures.push((await upload(patient, await photo())).body.data);
    app.clock.advanceMinutes(25 * 60);
    const [replies] = await Promise.all([
      Promise.all(pictures.map(({ _id }) => send(patient, doctor, _id))),
      sweepUploads(),
      sweepUploads(),
    ]);
    await sweepUploads();
    const wasSent = replies.map(({ status }) => status === 201);
    expect(await filesOf(...pictures)).toEqual(wasSent);
    expect(await storedOf(patient)).toBe(wasSent.filter(Boolean).length);
    app.clock.release();
  });
});
