// Whether what an install put there is still there: every package of every workspace, and what its bins are called by.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** What pnpm keeps of all packages, direct or not, such as `express@5.3.0/node_modules/express`. */
function* kept(root) {
  const store = join(root, 'node_modules/.pnpm');
  for (const folder of readdirSync(store)) {
    const inside = join(store, folder, 'node_modules');
    const [, scope, name] = folder.match(/^(@[^+]+\+)?([^@]+)@/) ?? [];
    if (name) yield join(inside, scope ? `${scope.slice(0, -1)}/${name}` : name);
  }
}

/** What somebody who has the packages of `folder` reaches: its dependencies, and their bins. */
function* reached(folder) {
  const { dependencies, devDependencies } = read(join(folder, 'package.json'));
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const home = join(folder, 'node_modules', name);
    yield home;
    const file = join(home, 'package.json');
    const { bin } = existsSync(file) ? read(file) : {};
    const bins = typeof bin === 'string' ? [name.split('/').at(-1)] : Object.keys(bin ?? {});
    for (const command of bins) yield join(folder, 'node_modules/.bin', command);
  }
}

/**
 * The first thing that is missing, below `root`, of what was installed for these workspaces; null when all is there. Looks at a
 * thousand paths in some ten milliseconds; what is inside a package it does not look at.
 * @param {string} root
 * @param {string[]} folders such as `apps/api`, seen from `root`
 * @param {string[]} before what `packagesOf` said after the install
 */
export function missing(root, folders, before) {
  const direct = ['.', ...folders].flatMap((folder) => [...reached(join(root, folder))]);
  const all = [...before.map((path) => join(root, path, 'package.json')), ...direct];
  return all.find((path) => !existsSync(path)) ?? null;
}

/** What lies in the store after an install, seen from `root`: so that it is missed when it goes. */
export const packagesOf = (root) => [...kept(root)].map((path) => path.slice(root.length));
