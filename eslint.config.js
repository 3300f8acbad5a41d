import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { PHYSICAL_CLASSES } from './scripts/mirrored-classes.mjs';

// Who may import whom stands in .dependency-cruiser.mjs.
export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', '**/test-results/**', '**/playwright-report/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-empty-object-type': ['error', { allowObjectTypes: 'always' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
    },
  },
  {
    files: ['apps/api/src/**/*.ts', 'apps/web/src/**/*.{ts,tsx}', 'packages/embedded-mongo/src/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    files: ['scripts/**', '**/*.mjs', 'packages/bench/**', '**/test/setup.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    // A describe block or a page is one function; what matters there is the file.
    files: ['**/*.test.ts', '**/*.test.tsx', 'apps/e2e/**', '**/test/**', 'scripts/**', 'packages/bench/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: [
      '*.config.{js,ts}',
      '.dependency-cruiser.mjs',
      '**/*.config.ts',
      '**/*-worker.mjs',
      '**/test/global-setup.ts',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/db/{fields,model}.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "ImportDeclaration[source.value='mongoose'][importKind='value'] ImportSpecifier[importKind='value'][imported.name=/^(model|Schema)$/]",
          message:
            'Make it with createModel of db/model.ts and schemaOf of db/fields.ts: reads then fill in what a stored document lacks, and the type of a record comes from its fields.',
        },
        {
          selector: 'TSInterfaceDeclaration[id.name=/Record$/]',
          message: 'The type of a record comes from its fields: RecordOf of db/fields.ts (decision 034).',
        },
      ],
    },
  },
  {
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat.recommended,
    languageOptions: { globals: globals.browser },
  },
  {
    // What is dragged to a corner of a picture stays there: left is left.
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['apps/web/src/components/stage/self-view.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...PHYSICAL_CLASSES] },
  },
  {
    files: ['apps/web/src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
);
