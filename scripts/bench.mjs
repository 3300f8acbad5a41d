// pnpm bench: each figure beside its reference in the same run; prints a table and writes bench-results.json.
import { endTogether, failPlainly, ROOT, run } from './run.mjs';

endTogether();
run(process.execPath, ['--import', 'tsx', 'src/main.ts', ...process.argv.slice(2)], {
  cwd: `${ROOT}packages/bench`,
}).catch(failPlainly);
