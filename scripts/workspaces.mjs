import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './run.mjs';

/** Every package that pnpm-workspace.yaml names, such as `apps/api`: a new one cannot be forgotten. */
export function workspaces() {
  const [, globs] = readFileSync(`${ROOT}pnpm-workspace.yaml`, 'utf8').match(/^packages:\n((?: {2}- .*\n)+)/);
  return globs
    .trim()
    .split('\n')
    .map((line) => line.replace(/^\s*- ([\w-]+)\/\*$/, '$1'))
    .flatMap((folder) => readdirSync(`${ROOT}${folder}`).map((name) => `${folder}/${name}`))
    .filter((folder) => existsSync(`${ROOT}${folder}/package.json`));
}

export const isBrowserSuite = (folder) => existsSync(`${ROOT}${folder}/playwright.config.ts`);
