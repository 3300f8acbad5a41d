import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from './run.mjs';
import { sources } from './sources.mjs';

const CITED = /\b(BK|TZ|SM|CH|CALL|ROOM|RX|REM|SEC|PAY|PH|EMG|FR)-\d+\b/g;
const PROMISED = /^- \*\*([A-Z]+-\d+)\*\*/gm;

const read = (file) => readFileSync(`${ROOT}${file}`, 'utf8');
const promised = [...read('docs/behaviours.md').matchAll(PROMISED)].map(([, id]) => id);
const placesOf = new Map();
for (const file of sources(['apps', 'packages', 'docs', 'README.md', 'CONTRIBUTING.md'], /\.(tsx?|mjs|md)$/)) {
  if (file === 'docs/behaviours.md') continue;
  for (const [id] of read(file).matchAll(CITED)) placesOf.set(id, [...(placesOf.get(id) ?? []), file]);
}

test('every id that code, tests and documents cite is in docs/behaviours.md', () => {
  const unknown = [...placesOf].filter(([id]) => !promised.includes(id));
  expect(unknown).toEqual([]);
});

test('every id there is shown by a test, and stands there once', () => {
  const isTest = (file) => /\.(test|spec)\.tsx?$|\/test\//.test(file);
  expect(promised.filter((id) => !placesOf.get(id)?.some(isTest))).toEqual([]);
  expect(promised.filter((id, place) => promised.indexOf(id) !== place)).toEqual([]);
});
