import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { cookieOf, createTestApp, type TestUser } from '../../../test/app.js';
import { buildDoctor, buildPatient } from '../../../test/factories.js';
import { env } from '../../env.js';
import { tempDirectory } from '../../lib/temp-files.js';
import { readUploadForm } from './multipart.js';

const app = createTestApp();

const BEGINNING = [
  '--x\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nmessage\r\n',
  '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n',
].join('');
const END = '\r\n--x--\r\n';

/** An upload of which the beginning has been sent. */
function begin(url: string, headers: Record<string, string> = {}): ClientRequest {
  const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
  const sent = request(`${url}/api/uploads`, { method: 'POST', headers: { ...type, ...headers } });
  sent.on('error', () => {});
  sent.write(BEGINNING + 'a'.repeat(50_000));
  return sent;
}

const as = (user: TestUser) => ({ Cookie: cookieOf(user), Origin: env.publicUrl });
/** Other test files share the directory. */
const onTheirWay = () => readdirSync(tempDirectory()).filter((name) => name.includes(`_${process.pid}_`));
const picture = () =>
  sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
    .png()
    .toBuffer();

const answerTo = async (sent: ClientRequest) => ((await once(sent, 'response')) as [IncomingMessage])[0].statusCode;

describe('a picture on its way', () => {
  test('is written to a file as it arrives; nothing is left of one that is broken off', async () => {
    const sent = begin(app.url(), as(await buildPatient()));
    await vi.waitFor(() => expect(onTheirWay()).toHaveLength(1));
    sent.destroy();
    await vi.waitFor(() => expect(onTheirWay()).toEqual([]));
  });

  test('is cut off at 10 MB, whatever it goes on to send', async () => {
    const sent = begin(app.url(), as(await buildPatient()));
    for (let megabytes = 0; megabytes < 11; megabytes += 1) sent.write(Buffer.alloc(1024 * 1024));
    sent.end(END);
    expect(await answerTo(sent)).toBe(413);
    await vi.waitFor(() => expect(onTheirWay()).toEqual([]));
  });

  test('that makes no progress is cut off, and nothing is left of it', async () => {
    const server = express().post('/api/uploads', async (req, res) => void (await readUploadForm(req, res, 200)));
    const http = createServer(server).listen(0, '127.0.0.1');
    await once(http, 'listening');
    const sent = begin(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
    const [error] = (await once(sent, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNRESET');
    await vi.waitFor(() => expect(onTheirWay()).toEqual([]));
    http.close();
  });

  test('is the only one of its sender; another person is not kept waiting by it', async () => {
    const [patient, other] = [await buildPatient(), await buildPatient()];
    const sent = begin(app.url(), as(patient));
    await vi.waitFor(() => expect(onTheirWay()).toHaveLength(1));
    const file = await picture();
    const upload = (user: TestUser) =>
      app.as(user).post('/api/uploads').field('purpose', 'message').attach('file', file, 'a.png');
    const second = await upload(patient);
    expect([second.status, second.body.code]).toEqual([429, 'rate_limited']);
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
    expect((await upload(other)).status).toBe(201);
    sent.destroy();
    await vi.waitFor(() => expect(onTheirWay()).toEqual([]));
    expect((await upload(patient)).status).toBe(201);
  });

  test('as a data URL is the only one too', async () => {
    const [patient, doctor] = [await buildPatient(), await buildDoctor()];
    const image = `data:image/png;base64,${'A'.repeat(200_000)}`;
    const send = () => app.as(patient).post(`/api/message/send/${doctor.id}`).send({ image, clientId: 'a-data-url' });
    const statuses = (await Promise.all([send(), send(), send()])).map(({ status }) => status);
    expect(statuses).toContain(429);
    expect((await send()).status).toBe(415);
  });
});
