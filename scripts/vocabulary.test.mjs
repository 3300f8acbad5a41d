import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from './run.mjs';
import { sources } from './sources.mjs';

/**
 * Words that docs/glossary.md has replaced, with what stands for them now. `part`: of a name as it is written, so that `visit`
 * finds `nextVisit` and `VISIT_ID`. `name`: the whole name. `path`: of a file. `except`: names that are not ours to choose.
 */
const RETIRED = [
  { part: 'visit', path: /visit/, now: 'appointment (what is booked) or consult (the live session)' },
  { part: 'visits', now: 'appointments or consults' },
  { part: 'settle', path: /settle/, now: 'expire' },
  { part: 'patience', path: /patience/, now: 'ring-limit, or the name of the limit' },
  { part: 'parties', path: /parties/, now: 'participants' },
  { part: 'doors', path: /doors/, now: 'demo-accounts' },
  { part: 'world', path: /world/, now: 'fixtures' },
  { name: 'Told', now: 'EventPayload' },
  { name: 'Later', now: 'RouteDeps' },
  { path: /\/words\.ts$/, now: 'labels.ts' },
  { path: /\/work\.ts$/, now: 'jobs.ts' },
  { path: /calls\/(.*\/)?line\.ts$/, now: 'call-connection.ts' },
  { path: /web\/src\/features\/(day|consult|schedule)\//, now: 'today, consults, availability' },
];

const CODE = sources(['apps', 'packages', 'scripts'], /\.(tsx?|mjs)$/).filter((file) => !file.endsWith('vocabulary.test.mjs'));

/** `nextVisit`, `VISIT_ID` and `visit-row` are `next visit`, `visit id` and `visit row`. */
const partsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

/** The names of a source, not its texts and comments. */
function namesIn(file) {
  const source = ts.createSourceFile(file, readFileSync(`${ROOT}${file}`, 'utf8'), ts.ScriptTarget.Latest);
  const names = new Set();
  const look = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return names;
}

test('no name in the code goes back to a word that was given up', () => {
  const found = CODE.flatMap((file) =>
    [...namesIn(file)].flatMap((name) => {
      const retired = RETIRED.find((one) => one.name === name || (one.part && partsOf(name).includes(one.part)));
      return retired && !retired.except?.includes(name) ? [`${file}: ${name} is now ${retired.now}`] : [];
    }),
  );
  expect(found).toEqual([]);
});

test('no file does', () => {
  const found = CODE.flatMap((file) => {
    const retired = RETIRED.find(({ path }) => path?.test(file));
    return retired ? [`${file}: now ${retired.now}`] : [];
  });
  expect(found).toEqual([]);
});
