import { expect, test } from 'vitest';
import { mutantsOf } from './mutants.mjs';

const slips = (source) => mutantsOf(source).map(({ is }) => is);

test('each place that decides is changed, one at a time', () => {
  expect(slips('const a = b === 1 && !c;')).toEqual([
    'const a = b === 1 || !c;',
    'const a = b !== 1 && !c;',
    'const a = b === 1 && c;',
  ]);
  expect(slips('if (late) return null;')).toEqual(['if (false) return null;', 'if (true) return null;']);
  expect(slips("const STATES = ['a'];")).toEqual(['const STATES = [];']);
  expect(slips('find({ ...unchanged, id });')).toEqual(['undefined;', 'find({ ...{}, id });']);
});

test('types and imports are left alone', () => {
  expect(slips("import { a } from 'b';\ninterface C { d: true }\nconst e: true | false = f;")).toEqual([]);
});
