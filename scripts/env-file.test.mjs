import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort, makeClone } from './testing/clone.mjs';

let clone;
beforeEach(() => (clone = makeClone()));
afterEach(() => clone.remove());

test('npm start reads .env, and the command line wins', async () => {
  const { root, run } = clone;
  const [inFile, onLine] = [await freePort(), await freePort()];
  const example = readFileSync(`${root}.env.example`, 'utf8');
  writeFileSync(`${root}.env`, `${example}\nPORT=${inFile}\nSEED_DEMO=false\nDATA_DIR=my-data\n`);
  const output = await run([`${root}scripts/start.mjs`], { PORT: String(onLine) }).said('is ready');
  expect(output).toContain(`is ready: http://localhost:${onLine}\n`);
  expect((await (await fetch(`http://127.0.0.1:${onLine}/api/health`)).json()).data.demo).toBe(false);
  expect(readFileSync(`${root}my-data/dev-secret`, 'utf8')).not.toBe('');
});

test('npm run backup reads .env', async () => {
  const { root, run } = clone;
  writeFileSync(`${root}.env`, 'DATA_DIR=never-started\n');
  const { said } = run([`${root}scripts/tool.mjs`, 'packages/embedded-mongo/src/backup.ts', `${root}copy`]);
  expect(await said('never-started')).toContain(join(root, 'never-started', 'database'));
});
