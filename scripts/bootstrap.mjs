// Installs what the lockfile says, when it changed since the last time. Plain Node, no dependencies.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { failPlainly, PNPM, pnpm, ROOT } from './run.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
const stampFile = `${ROOT}node_modules/.bootstrap-stamp`;

function wantedStamp() {
  const hash = createHash('sha256').update(PNPM).update(`${process.platform}-${process.arch}-${major}`);
  return hash.update(readFileSync(`${ROOT}pnpm-lock.yaml`)).digest('hex');
}

async function bootstrap() {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `Health-Connect needs Node 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org`,
    );
  }
  const stamp = wantedStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  console.log('Installing packages (first time, or the lockfile changed) …');
  await pnpm(['install', '--frozen-lockfile'], { env: { ...process.env, CI: '1' } });
  writeFileSync(stampFile, stamp);
}

bootstrap().catch(failPlainly);
