import js from '@eslint/js';
import lingui from 'eslint-plugin-lingui';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { PHYSICAL_CLASSES } from './scripts/mirrored-classes.mjs';

/** Strings that no person reads: what has no words, keys, addresses, classes, events. */
const notTexts = {
  useTsTypes: true,
  ignore: [
    // Without a word: signs and figures, also with their unit; a key of the keyboard.
    '^[^A-Za-z]*$|^[\\d.]+(rem|px|em)$|^[A-Z]$',
    // One word without a capital, an address, a colour, a media type.
    '^[a-z][\\w.:/#?=&%,*+-]*$|^[/#?@~][\\w.:/#?=&%-]*$',
    // Classes and values of styles: no capital, and at least one of them in several parts.
    '^(?=.*[\\w\\])][-:[(])[a-z\\d@!:/.,%#_*&>+~=(){}$[\\] -]*$',
    '\\bvar\\(--|^\\[[\\w=":-]+\\]|-gap:|safe-area',
    // The name of a constant, of a key, or of what the browser throws.
    '^[A-Z][A-Z0-9_]+$|^(Arrow|Page)?(Up|Down|Left|Right)$|^(Enter|Esc|Escape|Home|End|Tab|Backspace|Shift)$|^\\w+Error$',
    // A selector, a kind of what is dragged, a line of SDP, the first of some zones; the product's own name.
    '\\[[\\w-]+(="|\\])|^input, |^Files$|=IN IP4 |IN IP4 0|^Etc/$|^Health-Connect$',
    // A moment on the calendar (RFC 3339), and a pattern of one.
    'T\\d\\d:\\d\\d:\\d\\dZ?$|^LLLL y$',
  ],
  ignoreNames: [
    { regex: { pattern: 'class(Name|es)?$|style$', flags: 'i' } },
    ...['to', 'href', 'src', 'id', 'key', 'type', 'role', 'name', 'method', 'rootMargin', 'aria-describedby'],
  ],
  ignoreFunctions: ['cx', 'Error', 'TypeError', 'DOMException', 'strictContext', 'page', '*.querySelectorAll'],
};

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
  {
    // Every text that a person reads goes through a macro (docs/languages.md).
    files: ['apps/web/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    plugins: { lingui },
    rules: {
      'lingui/t-call-in-function': 'error',
      'lingui/no-single-variables-to-translate': 'error',
      'lingui/no-single-tag-to-translate': 'error',
      'lingui/no-trans-inside-trans': 'error',
      'lingui/no-expression-in-message': 'error',
      'lingui/no-unlocalized-strings': ['error', notTexts],
    },
  },
);
