// npm run check: everything that CI runs. `npm run check -- lint types` runs these parts alone.
import { endTogether, failPlainly, pnpm, ROOT, run } from './run.mjs';

const tool = (name, ...args) => run(`${ROOT}node_modules/.bin/${name}`, args);

const PARTS = {
  /** The walls between folders (.dependency-cruiser.mjs), what nobody uses (knip.jsonc), and style. */
  lint: async () => {
    await tool('depcruise', 'apps', 'packages', 'scripts', '--config', '.dependency-cruiser.mjs');
    await tool('knip', '--no-progress');
    await tool('eslint', '.', '--max-warnings', '0');
  },
  format: () => tool('prettier', '--check', '--log-level', 'warn', '.'),
  /** Texts and their translations (docs/languages.md). */
  words: () => run(process.execPath, [`${ROOT}scripts/tool.mjs`, 'packages/locales/tools/check.ts']),
  types: () => pnpm(['-r', '--workspace-concurrency=2', 'typecheck']),
  test: () => run(process.execPath, [`${ROOT}scripts/test.mjs`]),
};

async function check(wanted) {
  endTogether();
  const unknown = wanted.find((part) => !Object.hasOwn(PARTS, part));
  if (unknown) throw new Error(`npm run check -- ${unknown}: there is ${Object.keys(PARTS).join(', ')}.`);
  for (const part of wanted.length > 0 ? wanted : Object.keys(PARTS)) await PARTS[part]();
}

check(process.argv.slice(2)).catch(failPlainly);
