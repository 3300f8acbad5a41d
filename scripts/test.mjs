// npm test: everything, on a fresh clone. `npm test -- unit` or `npm test -- e2e` runs one part.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { bin, endTogether, failPlainly, ROOT, run } from './run.mjs';

const UNITS = ['packages/contract', 'packages/scheduling', 'packages/embedded-mongo', 'apps/api', 'apps/web'];
const reports = mkdtempSync(join(tmpdir(), 'health-connect-reports-'));

async function unit(folder) {
  const report = join(reports, `${folder.replace('/', '-')}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await attempt(folder, () => run(`${ROOT}node_modules/.bin/vitest`, args, { cwd: `${ROOT}${folder}` }));
  const { numPassedTests, numFailedTests, numPendingTests } = readReport(report);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
}

async function e2e() {
  const E2E_CHROMIUM = await findBrowser();
  await bin('apps/web', 'vite', ['build', '--logLevel', 'warn']);
  const report = join(reports, 'e2e.json');
  const env = { ...process.env, E2E_CHROMIUM, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  await attempt('apps/e2e', () => bin('apps/e2e', 'playwright', ['test'], { env }));
  const { expected, unexpected, flaky, skipped } = readReport(report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** A suite that fails does not keep the others from running. */
async function attempt(name, suite) {
  console.log(`\n— ${name}`);
  await suite().catch((error) => console.error(`${name}: ${error.message}`));
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // A suite that did not even report has failed.
    return {
      numPassedTests: 0,
      numFailedTests: 1,
      numPendingTests: 0,
      stats: { expected: 0, unexpected: 1, flaky: 0, skipped: 0 },
    };
  }
}

async function test() {
  endTogether();
  const only = process.argv[2];
  if (only && !['unit', 'e2e'].includes(only)) throw new Error(`npm test -- ${only}: there is unit and e2e.`);
  const results = [];
  if (only !== 'e2e') for (const folder of UNITS) results.push(await unit(folder));
  if (only !== 'unit') results.push(await e2e());
  rmSync(reports, { recursive: true, force: true });

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`,
  );
  if (sum('failed') > 0 || sum('passed') === 0) process.exit(1);
}

test().catch(failPlainly);
