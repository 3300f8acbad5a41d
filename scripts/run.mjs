import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** `pnpm@x.y.z` as package.json pins it: the version stands nowhere else. */
export const PNPM = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).packageManager;

const children = new Set();

/** Runs a command with this terminal. Rejects unless it ends with 0. */
export function run(command, args, options = {}) {
  const child = spawnHere(command, args, options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}`)),
    );
  });
}

/** Runs pnpm through npx, so that nobody has to install it. */
export const pnpm = (args, options) => run('npx', ['--yes', PNPM, ...args], options);

/** Runs a command of a workspace's own node_modules/.bin. */
export const bin = (folder, name, args = [], options = {}) =>
  run(`${ROOT}${folder}/node_modules/.bin/${name}`, args, { cwd: `${ROOT}${folder}`, ...options });

export function spawnHere(command, args, options = {}) {
  const onWindows = process.platform === 'win32';
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', shell: onWindows, ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/**
 * Ends all children with this process. npm kills only its shell on SIGTERM, so the parent is watched too: without
 * that, servers would go on as orphans.
 */
export function endTogether() {
  const parent = process.ppid;
  const end = (signal) => {
    for (const child of children) child.kill(signal);
  };
  process.on('SIGINT', () => end('SIGINT'));
  process.on('SIGTERM', () => end('SIGTERM'));
  const watch = setInterval(() => {
    if (process.ppid !== parent) end('SIGTERM');
  }, 500);
  watch.unref();
}

/** Prints the failure as one line and ends with 1. */
export function failPlainly(error) {
  console.error(`\n${error.message}`);
  process.exit(1);
}
