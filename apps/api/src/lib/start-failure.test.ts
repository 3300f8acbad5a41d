import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { startFailureText } from './start-failure.js';

test('a taken port is named, with what to do', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await once(first, 'listening');
  const { port } = first.address() as AddressInfo;
  const second = createServer().listen(port, '127.0.0.1');
  const error = await new Promise<Error>((resolve) => second.once('error', resolve));
  expect(startFailureText(error)).toBe(
    `Port ${port} is in use. Is Health-Connect running already? Stop it first, or set another PORT.`,
  );
  first.close();
});

test('a second start on the same data says so without a stack', () => {
  const text = startFailureText(new Error('the data directory /srv/data is in use by process 7'));
  expect(text).toContain('set another PORT and DATA_DIR');
  expect(text).not.toContain('at ');
});

test('what nobody foresaw keeps its stack', () => {
  expect(startFailureText(new TypeError('boom'))).toMatch(/TypeError: boom\n\s+at /);
});
