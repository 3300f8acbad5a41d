// npm test: everything, on a fresh clone. `npm test -- unit`, `npm test -- e2e` or `npm test -- apps/api` runs one part.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { bin, endTogether, failPlainly, ROOT, run } from './run.mjs';
import { browserResult, NOTHING, unitResult } from './test-report.mjs';
import { isBrowserSuite, workspaces } from './workspaces.mjs';

const reports = mkdtempSync(join(tmpdir(), 'health-connect-reports-'));
const reportOf = (folder) => join(reports, `${folder.replaceAll('/', '-')}.json`);

const suite = (folder) => (isBrowserSuite(folder) ? browserSuite(folder) : unitSuite(folder));

function unitSuite(folder) {
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(folder)}`];
  return resultOf(
    folder,
    () => run(`${ROOT}node_modules/.bin/vitest`, args, { cwd: `${ROOT}${folder}` }),
    (report) => unitResult(report, `${ROOT}${folder}`),
  );
}

async function browserSuite(folder) {
  const E2E_CHROMIUM = await findBrowser();
  await bin('apps/web', 'vite', ['build', '--logLevel', 'warn']);
  const env = { ...process.env, E2E_CHROMIUM, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(folder) };
  return resultOf(folder, () => bin(folder, 'playwright', ['test'], { env }), browserResult);
}

/**
 * What a suite reported. One that ended badly has failed, also where no test did (an unhandled rejection), and so has
 * one without tests. A suite that fails does not keep the others from running.
 */
async function resultOf(folder, start, read) {
  console.log(`\n— ${folder}`);
  const problem = await start().then(
    () => null,
    (error) => error.message,
  );
  const result = existsSync(reportOf(folder)) ? read(JSON.parse(readFileSync(reportOf(folder), 'utf8'))) : NOTHING;
  const failures = result.failures.map((failure) => `${folder}: ${failure}`);
  const isEmpty = result.passed + result.failed === 0;
  if ((!problem && !isEmpty) || result.failed > 0) return { ...result, failures };
  const why = `${folder}: ${isEmpty ? 'there are no tests that ran' : `no test failed, but ${problem}`}`;
  return { ...result, failed: 1, failures: [why] };
}

/** All in their order; `unit` and `e2e` are kinds, anything else is a folder. */
function wanted(part) {
  const units = [...workspaces().filter((folder) => !isBrowserSuite(folder)), 'scripts'];
  const browsers = workspaces().filter(isBrowserSuite);
  const kinds = { undefined: [...units, ...browsers], unit: units, e2e: browsers };
  if (Object.hasOwn(kinds, String(part))) return kinds[part];
  if (units.includes(part) || existsSync(`${ROOT}${part}/package.json`)) return [part];
  throw new Error(`npm test -- ${part}: there is unit, e2e, and each package by its folder, such as apps/api.`);
}

async function test() {
  endTogether();
  const results = [];
  for (const folder of wanted(process.argv[2])) results.push(await suite(folder));
  rmSync(reports, { recursive: true, force: true });

  // Last, so that whoever sees only the end of a long output sees what to mend.
  const failures = results.flatMap((result) => result.failures);
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);

  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`,
  );
  if (sum('failed') > 0) process.exit(1);
}

test().catch(failPlainly);
