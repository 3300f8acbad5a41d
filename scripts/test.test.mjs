import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from './run.mjs';
import { isBrowserSuite, workspaces } from './workspaces.mjs';

/** `npm test -- FOLDER`: its exit code, its output and its last line. */
function runTests(folder) {
  // The run inside is one of its own, not a worker of this one.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const { status, stdout } = spawnSync(process.execPath, [`${ROOT}scripts/test.mjs`, folder], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, last: stdout.trim().split('\n').at(-1) };
}

test('a suite that passes ends with 0', () => {
  expect(runTests('scripts/fixtures/passes')).toMatchObject({ status: 0, last: '1 passed, 0 failed' });
});

test('an unhandled rejection fails, though every test passed', () => {
  expect(runTests('scripts/fixtures/rejects')).toMatchObject({ status: 1, last: '1 passed, 1 failed' });
});

test('what failed is named at the end', () => {
  const { status, stdout } = runTests('scripts/fixtures/fails');
  expect(status).toBe(1);
  expect(stdout.trim().split('\n').slice(-4)).toEqual([
    'Failed:',
    '  scripts/fixtures/fails: fails.case.mjs › one and one: AssertionError: expected 2 to be 3 // Object.is equality',
    '',
    '0 passed, 1 failed',
  ]);
});

test('a package without tests fails', () => {
  expect(runTests('scripts/fixtures/untested')).toMatchObject({ status: 1, last: '0 passed, 1 failed' });
});

test('every package of apps and packages is run', () => {
  const folders = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`).map((name) => `${folder}/${name}`),
  );
  expect(workspaces()).toEqual(folders.filter((folder) => existsSync(`${ROOT}${folder}/package.json`)));
  expect(workspaces()).toEqual(expect.arrayContaining(['packages/contract', 'packages/bench', 'apps/api']));
  expect(workspaces().filter(isBrowserSuite)).toEqual(['apps/e2e']);
});
