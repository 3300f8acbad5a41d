import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from './run.mjs';

let root;
let child;

/** A clone with its own scripts, .env and data, the packages of this one, and a page that is built already. */
beforeEach(() => {
  root = `${mkdtempSync(join(tmpdir(), 'health-connect-clone-'))}/`;
  cpSync(`${ROOT}scripts`, `${root}scripts`, { recursive: true });
  for (const file of ['package.json', 'pnpm-lock.yaml', '.env.example'])
    copyFileSync(`${ROOT}${file}`, `${root}${file}`);
  mkdirSync(`${root}apps/web/dist`, { recursive: true });
  for (const shared of ['node_modules', 'packages', 'apps/api']) symlinkSync(`${ROOT}${shared}`, `${root}${shared}`);
  writeFileSync(`${root}apps/web/dist/index.html`, '<!doctype html>');
});

afterEach(async () => {
  if (child?.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  rmSync(root, { recursive: true, force: true });
});

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A script of that clone with nothing in the environment but these variables. */
function run(args, given = {}) {
  child = spawn(
    process.execPath,
    args.map((arg) => arg.replace('ROOT/', root)),
    {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...given },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const said = async (words) => {
    while (!output.includes(words)) {
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} and said: ${output}`);
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
    }
    return output;
  };
  return { said };
}

test('npm start reads .env, and the command line wins', async () => {
  const [inFile, onLine] = [await freePort(), await freePort()];
  const example = readFileSync(`${root}.env.example`, 'utf8');
  writeFileSync(`${root}.env`, `${example}\nPORT=${inFile}\nSEED_DEMO=false\nDATA_DIR=my-data\n`);
  const output = await run(['ROOT/scripts/start.mjs'], { PORT: String(onLine) }).said('is ready');
  expect(output).toContain(`is ready: http://localhost:${onLine}\n`);
  expect((await (await fetch(`http://127.0.0.1:${onLine}/api/health`)).json()).data.demo).toBe(false);
  expect(readFileSync(`${root}my-data/dev-secret`, 'utf8')).not.toBe('');
});

test('npm run backup reads .env', async () => {
  writeFileSync(`${root}.env`, 'DATA_DIR=never-started\n');
  const { said } = run(['ROOT/scripts/tool.mjs', 'packages/embedded-mongo/src/backup.ts', `${root}copy`]);
  expect(await said('never-started')).toContain(join(root, 'never-started', 'database'));
});
