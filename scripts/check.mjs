// pnpm check: everything that CI runs.
import { endTogether, failPlainly, pnpm, ROOT, run } from './run.mjs';

async function check() {
  endTogether();
  await run(`${ROOT}node_modules/.bin/eslint`, ['.', '--max-warnings', '0']);
  await run(`${ROOT}node_modules/.bin/prettier`, ['--check', '--log-level', 'warn', '.']);
  await pnpm(['-r', '--workspace-concurrency=2', 'typecheck']);
  await run(process.execPath, [`${ROOT}scripts/test.mjs`]);
}

check().catch(failPlainly);
