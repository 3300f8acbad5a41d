import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';

/**
 * A clone with its own scripts, .env and data, the packages of this one, and a page that is built already. `copied` folders, such
 * as `packages/contract/src`, are its own.
 */
export function makeClone(copied = []) {
  const root = `${mkdtempSync(join(tmpdir(), 'health-connect-clone-'))}/`;
  let child;
  cpSync(`${ROOT}scripts`, `${root}scripts`, { recursive: true });
  for (const file of ['package.json', 'pnpm-lock.yaml', '.env.example'])
    copyFileSync(`${ROOT}${file}`, `${root}${file}`);
  mkdirSync(`${root}apps/web/dist`, { recursive: true });
  writeFileSync(`${root}apps/web/dist/index.html`, '<!doctype html>');
  for (const folder of copied) cpSync(`${ROOT}${folder}`, `${root}${folder}`, { recursive: true });
  mkdirSync(`${root}packages`, { recursive: true });
  for (const name of readdirSync(`${ROOT}packages`)) link(`packages/${name}`);
  for (const shared of ['node_modules', 'apps/api']) link(shared);

  function link(path) {
    if (!copied.some((folder) => folder.startsWith(`${path}/`))) symlinkSync(`${ROOT}${path}`, `${root}${path}`);
  }

  return {
    root,
    /** A script of that clone with nothing in the environment but these variables. */
    run(args, given = {}) {
      const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...given };
      child = spawn(process.execPath, args, { cwd: root, env });
      const program = child;
      let output = '';
      for (const stream of [program.stdout, program.stderr]) stream.on('data', (text) => (output += text));
      /** Resolves with what it said so far, once these words were in it so often. */
      const said = async (words, times = 1) => {
        while (output.split(words).length <= times) {
          if (program.exitCode !== null) throw new Error(`It ended with ${program.exitCode} and said: ${output}`);
          await Promise.race([once(program.stdout, 'data'), once(program.stderr, 'data'), once(program, 'exit')]);
        }
        return output;
      };
      return { said };
    },
    async remove() {
      if (child?.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
