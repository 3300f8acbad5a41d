import { ESLint } from 'eslint';
import { beforeAll, expect, test } from 'vitest';
import { ROOT } from './run.mjs';

const FILE = 'apps/web/src/tried.tsx';
let eslint;
beforeAll(() => {
  const parserOptions = { projectService: { allowDefaultProject: [FILE] }, tsconfigRootDir: ROOT };
  eslint = new ESLint({ cwd: ROOT, overrideConfig: { languageOptions: { parserOptions } } });
});

const MACROS = "import { msg, plural, t } from '@lingui/core/macro';\nimport { Trans } from '@lingui/react/macro';\n";

async function rulesAgainst(code) {
  const [{ messages }] = await eslint.lintText(`${MACROS}export ${code}\n`, { filePath: `${ROOT}${FILE}` });
  return [...new Set(messages.map(({ ruleId }) => ruleId ?? 'syntax'))].filter((rule) => /lingui|syntax/.test(rule));
}

const HARD_CODED = 'lingui/no-unlocalized-strings';

test.each([
  ['text between tags', 'const A = () => <p>Nobody is here</p>;', HARD_CODED],
  ['one word', 'const A = () => <button>Book</button>;', HARD_CODED],
  ['a label for screen readers', 'const A = () => <button aria-label="Close the panel" />;', HARD_CODED],
  ['a placeholder', 'const A = () => <input placeholder="Search" />;', HARD_CODED],
  [
    'a title given on',
    'const A = (p: { B: (p: { title: string }) => null }) => <p.B title="Your visits" />;',
    HARD_CODED,
  ],
  ['a sentence in a function', 'const a = (n: number) => `${n} visits are left.`;', HARD_CODED],
  ['a table of words', "const a: Record<string, string> = { ok: 'Confirmed', bad: 'Did not come' };", HARD_CODED],
  ['a text chosen before anybody drew', 'const a = t`Nobody is here`;', 'lingui/t-call-in-function'],
  ['nothing but what is filled in', 'const a = (b: string) => t`${b}`;', 'lingui/no-single-variables-to-translate'],
  ['what has no name', 'const a = (b: { c: string }) => t`Call ${b.c}`;', 'lingui/no-expression-in-message'],
])('%s is refused', async (_name, code, rule) => expect(await rulesAgainst(code)).toContain(rule));

test.each([
  ['a text', 'const A = () => <p>{t`Nobody is here`}</p>;'],
  ['a sentence with elements', 'const A = () => <Trans>Call <b>now</b></Trans>;'],
  ['a count', "const a = (n: number) => plural(n, { one: '# visit', other: '# visits' });"],
  ['a table of descriptors', 'const a = { ok: msg`Confirmed` };'],
  ['classes', 'const A = () => <p className="flex gap-2 text-ink" />;'],
  ['a table of classes', "const a: Record<string, string> = { ok: 'bg-success-soft text-success' };"],
  ['addresses and codes', "const a: string[] = ['/doctors/:id', 'slot_taken', 'image/png', '#171310', '2.5rem'];"],
])('%s is fine', async (_name, code) => expect(await rulesAgainst(code)).toEqual([]));
