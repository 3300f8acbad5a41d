import express from 'express';
import type { AddressInfo } from 'node:net';

/** P1: a bare Express route that sends the bytes it is given. */
const bytes = process.env.BYTES ?? '';
const app = express();
app.get('/', (_req, res) => {
  res.type('application/json').send(bytes);
});
const http = app.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }));
process.on('SIGTERM', () => process.exit(0));
