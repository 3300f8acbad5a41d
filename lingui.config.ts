import { defineConfig } from '@lingui/conf';
import { extractor } from '@lingui/cli/api';
import { formatter } from '@lingui/format-po';
import { readdirSync } from 'node:fs';

const tags = readdirSync('packages/locales').flatMap((file) => /^(.+)\.po$/.exec(file)?.[1] ?? []);

/** Extraction: `npm run words` (docs/languages.md). */
export default defineConfig({
  sourceLocale: 'en',
  locales: [...new Set(['en', ...tags])],
  catalogs: [
    {
      path: '<rootDir>/packages/locales/{locale}',
      include: ['apps/web/src', 'apps/api/src'],
      exclude: ['**/*.test.*', '**/testing/**', '**/node_modules/**'],
    },
  ],
  // Most files have none: reading these too would take four times as long.
  extractors: [
    {
      ...extractor,
      extract: (file, code, ...rest) =>
        /@lingui\/|i18n\._/.test(code) ? extractor.extract(file, code, ...rest) : undefined,
    },
  ],
  // Beside what it belongs to, so that whoever translates reads a page from its beginning to its end.
  orderBy: 'origin',
  format: formatter({ lineNumbers: false }),
});
