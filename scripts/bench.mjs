// pnpm bench: each figure beside its reference in the same run; prints a table and writes bench-results.json.
import { findBrowser } from './browser.mjs';
import { endTogether, failPlainly, ROOT, run } from './run.mjs';

endTogether();
const E2E_CHROMIUM = await findBrowser();
run(process.execPath, ['--import', 'tsx', 'src/main.ts', ...process.argv.slice(2)], {
  cwd: `${ROOT}packages/bench`,
  env: { ...process.env, E2E_CHROMIUM },
}).catch(failPlainly);
