import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from './run.mjs';
import { sources } from './sources.mjs';

/** Of the wire and of what is stored, where a word lives on. */
const FIXED = /^(with|usual_)?visit_?minutes$/i;
/** `data.visits` of 409 `too_many_bookings`. */
const HELD = [
  'packages/contract/src/appointments.ts',
  'apps/api/src/features/appointments/places',
  'apps/web/src/features/doctors/',
];

/**
 * Words that docs/glossary.md has replaced, with what stands for them now. `part`: of a name, so that `visit` finds `nextVisit` and
 * `VISIT_ID`. `name`: the whole name. `path`: of a file. `within`, `except`: where it is looked for, and where it is not.
 */
const RETIRED = [
  { part: 'visit', path: /visit/, now: 'appointment (what is booked) or consult (the live session)' },
  { part: 'visits', except: HELD, now: 'appointments or consults' },
  { part: 'settle', within: ['apps/api/src/features/appointments/', 'apps/api/src/features/calls/'], now: 'expire' },
  { path: /settle/, now: 'expire' },
  { part: 'patience', path: /patience/, now: 'what the limit is of: ring-limit, timeout, deadline' },
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

const CODE = sources(['apps', 'packages', 'scripts'], /\.(tsx?|mjs)$/).filter(
  (file) => !file.endsWith('vocabulary.test.mjs'),
);

/** `nextVisit`, `VISIT_ID` and `visit-row` are `next visit`, `visit id` and `visit row`. */
const partsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

const SUSPECT = new RegExp(
  RETIRED.map(({ part, name }) => part ?? name)
    .filter(Boolean)
    .join('|'),
  'i',
);

/** The names of a source, not its texts and comments; none where no word of ours is in it at all. */
function namesIn(file) {
  const text = readFileSync(`${ROOT}${file}`, 'utf8');
  const names = new Set();
  if (!SUSPECT.test(text)) return names;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const look = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return names;
}

const starts = (file, folders) => folders.some((folder) => file.startsWith(folder));
const isLookedFor = ({ within, except }, file) =>
  !(within && !starts(file, within)) && !(except && starts(file, except));

test('no name in the code goes back to a word that was given up', () => {
  const found = CODE.flatMap((file) => {
    const retired = RETIRED.filter((one) => isLookedFor(one, file));
    return [...namesIn(file)].flatMap((name) => {
      const old = retired.find((one) => one.name === name || (one.part && partsOf(name).includes(one.part)));
      return old && !FIXED.test(name) ? [`${file}: ${name} is now ${old.now}`] : [];
    });
  });
  expect(found).toEqual([]);
});

test('no file does', () => {
  const found = CODE.flatMap((file) => {
    const retired = RETIRED.find(({ path }) => path?.test(file));
    return retired ? [`${file}: now ${retired.now}`] : [];
  });
  expect(found).toEqual([]);
});

test('a word that was given up is found however it is written', () => {
  expect(['nextVisit', 'VISIT_ID', 'visit-row'].map((name) => partsOf(name).includes('visit'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(partsOf('visitor')).toEqual(['visitor']);
});
