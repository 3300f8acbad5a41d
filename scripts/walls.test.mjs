import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from './run.mjs';

const api = (path) => `apps/api/src/${path}`;
const web = (path) => `apps/web/src/${path}`;
const TYPES_ALONE = 'type';

/** One import of each kind that must be refused: what it is, the file, what it imports, the rule where it has a name. */
const BAD = [
  ['a folder that no line names', api('helpers/new.ts'), api('lib/clock.ts')],
  ['an import into such a folder', api('features/auth/a.ts'), api('helpers/other.ts')],
  ['a file at the top that no line names', api('extra.ts'), api('lib/clock.ts')],
  ['a feature that is not in the line', api('features/astrology/service.ts'), api('lib/clock.ts')],
  ['the ground floor reaching up', api('lib/b.ts'), api('http/errors.ts')],
  ['http reaching into a feature', api('http/c.ts'), api('features/auth/service.ts')],
  ['http reaching the sockets', api('http/d.ts'), api('realtime/rooms.ts')],
  ['realtime reaching into a feature', api('realtime/e.ts'), api('features/auth/service.ts')],
  ['a feature reaching the app', api('features/auth/f.ts'), api('app.ts')],
  ['a feature reaching a later one', api('features/auth/g.ts'), api('features/calls/service.ts')],
  ["another feature's model", api('features/calls/h.ts'), api('features/auth/model.ts')],
  ["another feature's model, from a sub-folder", api('features/calls/deep/i.ts'), api('features/auth/model.ts')],
  [
    "another feature's model, for its type alone",
    api('features/calls/j.ts'),
    api('features/auth/model.ts'),
    TYPES_ALONE,
  ],
  ['the api reaching the web', api('features/calls/k.ts'), web('lib/time.ts')],
  ['a feature reaching the database itself', api('features/calls/l.ts'), 'packages/embedded-mongo/src/start.ts'],
  ['the product reaching test code', api('features/calls/m.ts'), 'apps/api/test/factories.ts', 'tests-stay-outside'],
  ['the web reaching the api', web('features/today/a.ts'), api('features/auth/policy.ts')],
  ['a page reaching another feature', web('features/today/b.ts'), web('features/messages/page.ts')],
  ['the same, from a sub-folder', web('features/today/requests/c.ts'), web('features/messages/page.ts')],
  ['the same, when it is needed', web('features/today/d.ts'), web('features/messages/page.ts'), 'import()'],
  ['a page reaching app', web('features/today/e.ts'), web('app/router.ts')],
  ['a component that knows a resource', web('components/f.ts'), web('resources/appointments/keys.ts')],
  ['a component that knows a feature', web('components/g.ts'), web('features/messages/page.ts')],
  ['a resource that knows a component', web('resources/appointments/h.ts'), web('components/button.ts')],
  ['a resource that knows a feature', web('resources/appointments/i.ts'), web('features/messages/page.ts')],
  ['lib that knows a resource', web('lib/j.ts'), web('resources/appointments/keys.ts')],
  ['media that knows a resource', web('media/k.ts'), web('resources/appointments/keys.ts')],
  ['media with React', web('media/l.ts'), 'react', 'media-without-react'],
  ['a folder of the web that no line names', web('hooks/m.ts'), web('lib/time.ts')],
  [
    'another clock than the reader’s',
    web('features/today/n.ts'),
    'packages/scheduling/src/format.ts',
    'on-the-readers-clock',
  ],
  ['the contract with a package', 'packages/contract/src/a.ts', 'react', 'contract-has-no-dependency'],
  ['the contract reaching the scheduling', 'packages/contract/src/b.ts', 'packages/scheduling/src/slots.ts'],
  ['the scheduling with a package', 'packages/scheduling/src/c.ts', 'react'],
  ['the database with its driver', 'packages/embedded-mongo/src/d.ts', 'mongoose', 'database-knows-no-product'],
  ['the database reaching the contract', 'packages/embedded-mongo/src/e.ts', 'packages/contract/src/accounts.ts'],
  ['the page reading catalog files', web('lib/p.ts'), 'packages/locales/src/catalogs.ts'],
  ['the catalogs knowing the product', 'packages/locales/src/q.ts', 'packages/contract/src/accounts.ts'],
  ['what does not exist', web('lib/o.ts'), web('lib/nowhere.ts'), 'resolved'],
];

const FINE = [
  [api('features/calls/deep/deeper/fine-a.ts'), api('features/calls/service.ts')],
  [api('features/calls/fine-b.ts'), api('features/auth/service.ts')],
  [api('features/calls/service.ts'), 'packages/contract/src/accounts.ts'],
  [api('features/auth/fine-c.test.ts'), 'apps/api/test/factories.ts'],
  [api('db/start.ts'), 'packages/embedded-mongo/src/start.ts'],
  [web('features/today/requests/fine-a.ts'), web('features/today/parts/b.ts')],
  [web('features/today/fine-c.ts'), web('resources/appointments/keys.ts')],
  [web('features/today/fine-d.ts'), 'packages/contract/src/accounts.ts'],
  [web('features/today/fine-e.ts'), 'react'],
  [web('resources/appointments/fine-f.ts'), web('resources/doctors/keys.ts')],
  [web('app/fine-g.ts'), web('features/messages/page.ts')],
  [web('lib/time.ts'), 'packages/scheduling/src/format.ts'],
  [web('lib/fine-h.ts'), 'packages/locales/src/languages.ts'],
  [api('lib/fine-i.ts'), 'packages/locales/src/catalogs.ts'],
  ['packages/contract/src/fine.ts', 'express-validator', TYPES_ALONE],
];

/** A circle of values, and one of types. */
const CIRCLES = [
  [web('lib/circle-a.ts'), web('lib/circle-b.ts')],
  [web('lib/circle-b.ts'), web('lib/circle-a.ts')],
  [api('lib/circle-c.ts'), api('lib/circle-d.ts'), TYPES_ALONE],
  [api('lib/circle-d.ts'), api('lib/circle-c.ts'), TYPES_ALONE],
];

const PACKAGES = ['contract', 'scheduling', 'embedded-mongo', 'api'];
const REGISTRY = ['react', 'express-validator', 'mongoose'];

let tree;
let found;

function write(path, text) {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text, { flag: 'a' });
}

/** As our files write it: a package by its name, a file of another package by that one's exports, else relative, with .js. */
function specifier(from, to) {
  if (REGISTRY.includes(to)) return to;
  const [, home, name, path] = to.match(/^((?:apps|packages)\/([^/]+))\/(?:src\/)?(.*)\.ts$/);
  if (!from.startsWith(`${home}/`) && PACKAGES.includes(name)) return `@health-connect/${name}/${path}`;
  const way = relative(dirname(from), to).replace(/\.ts$/, '.js');
  return way.startsWith('.') ? way : `./${way}`;
}

function sentence(from, to, kind) {
  const name = specifier(from, to);
  if (kind === TYPES_ALONE) return `import type { It } from '${name}';\nexport type Mine = It;\n`;
  if (kind === 'import()') return `export const load = () => import('${name}');\n`;
  return `import { it } from '${name}';\nexport const mine = it;\n`;
}

beforeAll(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), 'health-connect-walls-')));
  const all = [...BAD.map(([, ...rest]) => rest), ...FINE, ...CIRCLES];
  for (const [from, to, kind] of all) {
    write(from, sentence(from, to, kind));
    if (!REGISTRY.includes(to) && !to.includes('nowhere')) write(to, 'export const it = 1;\nexport type It = 1;\n');
  }
  for (const home of ['apps/api', 'apps/web', 'packages/contract', 'packages/scheduling', 'packages/embedded-mongo']) {
    const name = home.split('/')[1];
    const dependencies = Object.fromEntries(
      [...REGISTRY, ...PACKAGES.map((one) => `@health-connect/${one}`)].map((one) => [one, '1.0.0']),
    );
    write(
      `${home}/package.json`,
      JSON.stringify({ name, type: 'module', exports: { './*': './src/*.ts' }, dependencies }),
    );
    for (const one of REGISTRY) {
      write(
        `${home}/node_modules/${one}/package.json`,
        JSON.stringify({ name: one, version: '1.0.0', main: 'index.js' }),
      );
      write(`${home}/node_modules/${one}/index.js`, '');
    }
    mkdirSync(join(tree, home, 'node_modules/@health-connect'));
    for (const one of PACKAGES) {
      const at = one === 'api' ? 'apps/api' : `packages/${one}`;
      symlinkSync(join(tree, at), join(tree, home, 'node_modules/@health-connect', one));
    }
  }
  const args = ['apps', 'packages', '--config', `${ROOT}.dependency-cruiser.mjs`, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(`${ROOT}node_modules/.bin/depcruise`, args, { cwd: tree, encoding: 'utf8' });
  expect(stderr).toBe('');
  found = JSON.parse(stdout).summary.violations;
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const rulesFor = (from) => found.filter((violation) => violation.from === from).map(({ rule }) => rule.name);

test.each(BAD)('%s is refused', (_what, from, _to, rule) => {
  const isName = rule && ![TYPES_ALONE, 'import()'].includes(rule);
  expect(rulesFor(from)).toContain(isName ? rule : 'not-in-allowed');
});

test.each(FINE)('%s may import %s', (from) => {
  expect(rulesFor(from)).toEqual([]);
});

test('circles are refused, also those of types', () => {
  // Each is told once, at one of its files.
  const at = found.filter(({ rule }) => rule.name === 'no-circles').map(({ from }) => from.match(/circle-[a-d]/)[0]);
  expect(at.sort()).toEqual([expect.stringMatching(/[ab]$/), expect.stringMatching(/[cd]$/)]);
});

test('nothing else is refused', () => {
  const asked = [...BAD.map(([, from]) => from), ...CIRCLES.map(([from]) => from)];
  expect(found.map(({ from }) => from).filter((from) => !asked.includes(from))).toEqual([]);
});
