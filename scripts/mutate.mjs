// npm run mutate [-- seats status]: changes the code that decides, one place at a time, and sees whether a test fails.
// A change that no test notices survives; it is printed, and a place for a test. Slow: minutes, not part of npm test.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { failPlainly, ROOT } from './run.mjs';
import { mutantsOf } from './mutants.mjs';

/** What decides, with the tests that must notice: the quick ones beside it first, then those of its whole feature. */
const TARGETS = {
  status: ['packages/scheduling', 'src/status.ts', ['src/status']],
  seats: ['apps/api', 'src/features/consults/seats.ts', ['src/features/consults/seats', 'src/features/consults']],
  policy: ['apps/api', 'src/features/appointments/policy.ts', ['appointments/policy', 'src/features/appointments']],
  transitions: ['apps/api', 'src/features/appointments/transitions.ts', ['src/features/appointments']],
  append: ['apps/api', 'src/features/messages/append.ts', ['src/features/messages']],
  indexes: ['apps/api', 'src/db/indexes.ts', ['src/db/indexes', 'src/db/migrate.test']],
  lease: ['apps/api', 'src/db/lease.ts', ['src/db/lease', 'src/db/migrate.test']],
};
const TIMEOUT_MS = 240_000;

/** Whether the tests notice: some fail, or never come to an end. */
async function noticed(folder, stages) {
  for (const stage of stages) if (!(await passes(folder, stage))) return true;
  return false;
}

function passes(folder, filter) {
  const options = { cwd: `${ROOT}${folder}`, stdio: 'ignore', timeout: TIMEOUT_MS };
  const child = spawn(`${ROOT}node_modules/.bin/vitest`, ['run', '--bail=1', filter], options);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function mutate(name) {
  const [folder, path, stages] = TARGETS[name];
  const file = `${ROOT}${folder}/${path}`;
  const original = readFileSync(file, 'utf8');
  // Ended in the middle, the file must be as it was.
  const restore = () => writeFileSync(file, original);
  process.once('exit', restore);
  if (await noticed(folder, stages)) throw new Error(`${name}: its tests fail before anything is changed.`);
  const mutants = mutantsOf(original);
  let survivors = 0;
  for (const { text, line, was, is } of mutants) {
    writeFileSync(file, text);
    if (await noticed(folder, stages)) continue;
    survivors += 1;
    console.log(`  survives: ${path}:${line}  ${was.trim()}  →  ${is.trim()}`);
  }
  restore();
  process.removeListener('exit', restore);
  console.log(`${name}: ${mutants.length - survivors} of ${mutants.length} noticed`);
  return { noticed: mutants.length - survivors, all: mutants.length };
}

async function main(wanted) {
  const unknown = wanted.find((name) => !(name in TARGETS));
  if (unknown) throw new Error(`npm run mutate -- ${unknown}: there is ${Object.keys(TARGETS).join(', ')}.`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const results = [];
  for (const name of wanted.length > 0 ? wanted : Object.keys(TARGETS)) results.push(await mutate(name));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('noticed')} of ${sum('all')} noticed (${Math.round((100 * sum('noticed')) / sum('all'))} %)`);
}

main(process.argv.slice(2)).catch(failPlainly);
