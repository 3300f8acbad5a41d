// npm start: builds the page when its sources are newer, then starts the server. One port for everything.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './env-file.mjs';
import { bin, endTogether, failPlainly, ROOT, spawnHere } from './run.mjs';

const BUILT = `${ROOT}apps/web/dist/index.html`;
const SOURCES = ['apps/web', 'packages/contract/src', 'packages/scheduling/src', 'packages/locales', 'pnpm-lock.yaml'];
const SKIP = new Set(['node_modules', 'dist', 'test']);

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => !SKIP.has(name));
  return Math.max(0, ...inside.map((name) => newest(join(path, name))));
}

const isStale = () =>
  !existsSync(BUILT) || SOURCES.some((source) => newest(`${ROOT}${source}`) > statSync(BUILT).mtimeMs);

async function start() {
  endTogether();
  if (isStale()) {
    console.log('Building the page …');
    await bin('apps/web', 'vite', ['build', '--logLevel', 'warn']);
  }
  const env = environment({ LOG_LEVEL: 'warn' });
  const server = spawnHere(process.execPath, ['--import', 'tsx', 'src/main.ts'], { cwd: `${ROOT}apps/api`, env });
  server.once('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
}

start().catch(failPlainly);
