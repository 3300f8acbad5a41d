import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { supportTable } from '../tools/table.js';

it('the README shows the support list as it is (npm run table)', () => {
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(supportTable());
});
