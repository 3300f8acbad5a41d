import { ESLint, Linter } from 'eslint';
import { expect, test } from 'vitest';
import { PHYSICAL_CLASSES } from './mirrored-classes.mjs';
import { ROOT } from './run.mjs';

const rules = { 'no-restricted-syntax': ['error', ...PHYSICAL_CLASSES] };
const refused = (classes) => new Linter().verify(`use('${classes}', \`\${x} ${classes}\`)`, { rules }).length;

test('a class that names a side of the screen is refused, in a string and in a template', () => {
  const sides = ['ml-2', 'grid -mr-1', 'max-md:pl-4', 'left-0', 'md:right-auto', 'absolute left-1/2', '-left-[3px]'];
  const looks = ['text-left', 'border-l', 'md:border-r-2', 'rounded-r-md', 'rounded-tl', 'rounded-l-md', 'origin-left'];
  const moves = ['-translate-x-1/2', 'hover:translate-x-1', 'bg-linear-to-r', 'float-right', 'scroll-ml-2'];
  for (const one of [...sides, ...looks, ...moves]) expect(refused(one), one).toBe(2);
});

test('what begins and ends with the line, what says both, and words are not', () => {
  const lines = [
    'ms-2',
    'pe-4 text-start',
    'start-0 end-auto',
    'rounded-s-l',
    'rounded-l',
    'rounded-t-l',
    'border-line',
  ];
  const both = ['ltr:origin-left rtl:origin-right', 'md:rtl:pl-2', 'in-[fieldset:first-of-type]:translate-x-0!'];
  const words = ['You left the visit', 'right now', 'bottom-left', 'top left', 'ArrowLeft'];
  for (const one of [...lines, ...both, ...words]) expect(refused(one), one).toBe(0);
});

test('the page is held to it, but for the picture that is dragged', async () => {
  const eslint = new ESLint({ cwd: ROOT });
  const of = async (file) => (await eslint.calculateConfigForFile(file)).rules['no-restricted-syntax']?.length ?? 0;
  expect(await of('apps/web/src/components/sheet.tsx')).toBeGreaterThan(PHYSICAL_CLASSES.length);
  expect(await of('apps/web/src/components/stage/self-view.tsx')).toBe(0);
});
