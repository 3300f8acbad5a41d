// What the two runners say of their tests, in one shape: numbers, and each failure by its place and first words.
import { relative } from 'node:path';

export const NOTHING = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** Of vitest's `--reporter=json`. A file that could not be loaded has failed too, though none of its tests did. */
export function unitResult({ numPassedTests, numFailedTests, numPendingTests, testResults }, folder) {
  const failures = testResults.flatMap((file) => {
    const where = relative(folder, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (file.status === 'failed' && tests.length === 0) return [failure(where, 'the file', file.message)];
    return tests.map(({ fullName, failureMessages }) => failure(where, fullName, failureMessages[0]));
  });
  const unloaded = failures.length - numFailedTests;
  return { passed: numPassedTests, failed: numFailedTests + unloaded, skipped: numPendingTests, failures };
}

/** Of Playwright's json reporter. One that passed only when tried again has failed. */
export function browserResult({ stats, suites }) {
  const failures = suites.flatMap(function inside(suite) {
    const specs = suite.specs.flatMap(({ title, file, tests }) =>
      tests
        .filter(({ status }) => status === 'unexpected' || status === 'flaky')
        .map(({ results }) => failure(file, title, results.find(({ error }) => error)?.error.message)),
    );
    return [...specs, ...(suite.suites ?? []).flatMap(inside)];
  });
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures };
}

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const failure = (file, name, message = '') => {
  const [why = ''] = message.replace(COLOURS, '').trim().split('\n');
  return `${file} › ${name}: ${why.slice(0, 300)}`;
};
