import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { missing } from './installed.mjs';
import { PNPM, ROOT } from './run.mjs';

let root;

const write = (path, content) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};

/** A clone with our scripts, one workspace and two packages that come from folders, so that no registry is asked. */
beforeAll(() => {
  root = `${mkdtempSync(join(tmpdir(), 'health-connect-half-'))}/`;
  cpSync(`${ROOT}scripts`, `${root}scripts`, { recursive: true });
  const link = (name) => `file:${root}outside/${name}`;
  write('package.json', { name: 'half', private: true, type: 'module', packageManager: PNPM });
  write('pnpm-workspace.yaml', 'packages:\n  - apps/*\n  - packages/*\n');
  write('apps/api/package.json', { name: 'api', private: true, dependencies: { runner: link('runner') } });
  mkdirSync(`${root}packages`);
  const runner = { name: 'runner', version: '1.0.0', bin: 'run.js', dependencies: { helper: link('helper') } };
  write('outside/runner/package.json', runner);
  write('outside/runner/run.js', '#!/usr/bin/env node\nimport "helper";\n');
  write('outside/helper/package.json', { name: 'helper', version: '1.0.0', type: 'module', main: 'index.js' });
  write('outside/helper/index.js', '');
  const made = spawnSync('npx', ['--yes', PNPM, 'install', '--lockfile-only'], { cwd: root, encoding: 'utf8' });
  expect(made.status, made.stdout + made.stderr).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function bootstrap() {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}scripts/bootstrap.mjs`], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

const API = 'apps/api/node_modules';
const STAMP = 'node_modules/.bootstrap-stamp';
const SPOILED = [
  ['a command', `${API}/.bin/runner`],
  ['all commands', `${API}/.bin`],
  ['a package that is used directly', `${API}/runner`],
  ['the folder of a package', 'node_modules/.pnpm/runner@file+outside+runner'],
  ['what a package needs', 'node_modules/.pnpm/helper@file+outside+helper'],
  ['the packages of one workspace', API],
  ['everything that was stored', 'node_modules/.pnpm'],
];

test('npm start puts back what is gone, and leaves alone what is whole', () => {
  expect(bootstrap()).toContain('Installing packages');
  expect(bootstrap()).toBe('');
  for (const [, path] of [SPOILED[0], SPOILED[4]]) rmSync(`${root}${path}`, { recursive: true });
  expect(bootstrap()).toMatch(/anew: .* is missing/);
  for (const [what, path] of SPOILED) expect(existsSync(`${root}${path}`), what).toBe(true);
  expect(bootstrap()).toBe('');
});

test.each(SPOILED)('%s that is gone is noticed', (_, path) => {
  const { packages } = JSON.parse(readFileSync(`${root}${STAMP}`, 'utf8'));
  expect(missing(root, ['apps/api'], packages)).toBe(null);
  renameSync(`${root}${path}`, `${root}away`);
  expect(missing(root, ['apps/api'], packages)).not.toBe(null);
  renameSync(`${root}away`, `${root}${path}`);
});

test('an install that was interrupted is not taken for done', () => {
  const stamp = readFileSync(`${root}${STAMP}`, 'utf8');
  rmSync(`${root}${STAMP}`);
  rmSync(`${root}${API}/.bin`, { recursive: true });
  expect(bootstrap()).toContain('Installing packages');
  expect(existsSync(`${root}${API}/.bin/runner`)).toBe(true);
  expect(readFileSync(`${root}${STAMP}`, 'utf8')).toBe(stamp);
});
