// Installs what the lockfile says: when it changed since the last time, and when something of it is gone. Plain Node, no
// dependencies.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { missing, packagesOf } from './installed.mjs';
import { failPlainly, PNPM, pnpm, ROOT } from './run.mjs';
import { workspaces } from './workspaces.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
const stampFile = `${ROOT}node_modules/.bootstrap-stamp`;

function wantedStamp() {
  const hash = createHash('sha256').update(PNPM).update(`${process.platform}-${process.arch}-${major}`);
  return hash.update(readFileSync(`${ROOT}pnpm-lock.yaml`)).digest('hex');
}

/** What the last install that came to its end left behind: `{ stamp, packages }`. */
function lastInstall() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return { stamp: '', packages: [] };
  }
}

const gone = (packages) => missing(ROOT, workspaces(), packages);

function removeAll() {
  for (const folder of ['.', ...workspaces()])
    rmSync(`${ROOT}${folder}/node_modules`, { recursive: true, force: true });
}

async function install() {
  // Gone first: one that is interrupted must not be taken for done.
  rmSync(stampFile, { force: true });
  await pnpm(['install', '--frozen-lockfile'], { env: { ...process.env, CI: '1' } });
}

async function bootstrap() {
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(
      `Health-Connect needs Node 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org`,
    );
  }
  const wanted = wantedStamp();
  const { stamp, packages } = lastInstall();
  const lost = stamp === wanted ? gone(packages) : null;
  if (stamp === wanted && !lost) return;

  if (lost) {
    // pnpm goes by its own notes and would find everything in place.
    console.log(`Installing packages anew: ${relative(ROOT, lost)} is missing …`);
    removeAll();
  } else console.log('Installing packages (first time, or the lockfile changed) …');
  await install();
  if (gone([])) {
    removeAll();
    await install();
  }
  const still = gone([]);
  if (still) throw new Error(`Packages were installed, but ${relative(ROOT, still)} is missing.`);
  writeFileSync(stampFile, JSON.stringify({ stamp: wanted, packages: packagesOf(ROOT) }));
}

bootstrap().catch(failPlainly);
