import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createTestApp, type TestUser } from '../../../test/app.js';
import { buildAppointment, buildDoctor, buildPatient } from '../../../test/factories.js';
import { UploadModel } from './model.js';
import { claimAvatar } from './service.js';

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

  test("a doctor's photo is public, a patient's is for the signed in; it becomes theirs only", async () => {
    const [doctor, patient] = [await buildDoctor(), await buildPatient()];
    const { body: face } = await upload(doctor, await photo(), { purpose: 'avatar' });
    const { body: other } = await upload(patient, await photo(), { purpose: 'avatar' });
    expect(face.data).toMatchObject({ width: 512, height: 512 });
    expect((await app.anonymous.get(face.data.url)).status).toBe(200);
    expect((await app.anonymous.get(other.data.url)).status).toBe(404);
    expect((await app.as(doctor).get(other.data.url)).status).toBe(200);

    const { url, _id } = face.data;
    expect(await claimAvatar(doctor, _id, '')).toBe(url);
    expect(await claimAvatar(doctor, url, '')).toBe(url);
    expect(await claimAvatar(doctor, '', url)).toBe('');
    expect(await claimAvatar(patient, '/portraits/1.svg', '/portraits/1.svg')).toBe('/portraits/1.svg');
    for (const foreign of [url, 'https://elsewhere.example/pixel.gif', other.data._id.slice(1)]) {
      await expect(claimAvatar(patient, foreign, '')).rejects.toMatchObject({ code: 'validation_failed' });
    }
  });
});
