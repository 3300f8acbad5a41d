import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanTempFiles, tempDirectory, tempFile } from './temp-files.js';

test('what a killed process left is removed at the next start; what others are writing is not', async () => {
  const mine = tempFile();
  const host = basename(mine).split('_')[0]!;
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const of = (name: string) => join(tempDirectory(), name);
  const [left, alive] = [of(`${host}_${dead}_a`), of(`${host}_${process.ppid}_b`)];
  const [elsewhere, forgotten] = [of('elsewhere_1_c'), of('elsewhere_1_d')];
  for (const path of [mine, left, alive, elsewhere, forgotten]) writeFileSync(path, 'half a picture');
  const hourAgo = new Date(Date.now() - 3_600_000);
  utimesSync(forgotten, hourAgo, hourAgo);
  await cleanTempFiles();
  expect([mine, alive, elsewhere].map(existsSync)).toEqual([true, true, true]);
  for (const path of [mine, alive, elsewhere]) rmSync(path);
  expect([left, forgotten].map(existsSync)).toEqual([false, false]);
});
