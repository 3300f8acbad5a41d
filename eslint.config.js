import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Forbids, in `files`, every import whose text matches one of `walls` (pattern -> why). */
const wall = (files, walls, ignores = []) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: Object.entries(walls).map(([regex, message]) => ({ regex, message })) },
    ],
  },
});

// A feature of the api may import, from another feature, only its service or policy, and only from one that stands
// earlier in this line. Notifications and admin would stand at the end: they are imported by none.
const FEATURE_LINE = [
  'auth',
  'usage',
  'uploads',
  'availability',
  'doctors',
  'appointments',
  'patients',
  'reviews',
  'messages',
  'calls',
  'consults',
  'rtc',
  'health',
  'reference',
];

const featureWalls = FEATURE_LINE.map((feature, index) => {
  const later = FEATURE_LINE.slice(index + 1);
  return wall(
    [`apps/api/src/features/${feature}/**/*.ts`],
    {
      '^\\.\\./(?!\\.\\.)[a-z-]+/(?!service\\.js$|policy\\.js$)':
        'Reach another feature only through its service.ts or policy.ts.',
      ...(later.length && {
        [`^\\.\\./(${later.join('|')})/`]: `${feature} stands before that feature; see docs/architecture.md.`,
      }),
      '/(app|main)\\.js$': 'Features are below app and main.',
      '^@health-connect/(web|embedded-mongo)': 'The two apps never meet; the database is reached by its URI.',
    },
    ['**/*.test.ts'],
  );
});

const readersClock = {
  '^@health-connect/scheduling/format$': 'Times come from lib/time.ts: hours as the reader counts them (decision 026).',
};

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
    files: ['apps/web/src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },

  // The direction of dependencies, docs/architecture.md.
  wall(
    ['packages/contract/src/**'],
    {
      '^(?!\\./)(?!express-validator$)': 'The contract depends on nothing (express-validator: types only).',
    },
    ['**/*.test.ts'],
  ),
  wall(
    ['packages/scheduling/src/**'],
    {
      '^(?!\\./|@health-connect/contract/|temporal-polyfill)': 'Scheduling is pure: only the contract and Temporal.',
    },
    ['**/*.test.ts'],
  ),
  wall(
    ['packages/embedded-mongo/src/**'],
    { '^@health-connect/|^mongoose|^mongodb': 'The database knows neither the product nor the driver.' },
    ['**/*.test.ts'],
  ),
  wall(
    ['apps/api/src/{lib,db}/**/*.ts'],
    { '/(http|realtime|features)/|/(app|main)\\.js$': 'lib and db are the ground floor.' },
    ['**/*.test.ts', 'apps/api/src/db/seed/**'],
  ),
  wall(
    ['apps/api/src/{http,realtime}/**/*.ts'],
    { '/features/|/(app|main)\\.js$': 'http and realtime are below the features.' },
    ['**/*.test.ts'],
  ),
  ...featureWalls,
  wall(['apps/web/src/{lib,media}/**'], { '/(features|app)/': 'lib and media know no feature.' }, ['**/*.test.*']),
  wall(['apps/web/src/components/**'], { '/(features|app)/': 'components know no feature.', ...readersClock }, [
    '**/*.test.*',
  ]),
  wall(['apps/web/src/app/**'], readersClock, ['**/*.test.*']),
  wall(['apps/web/src/media/**'], { '^react|/components/|/features/|/app/': 'media is WebRTC without React.' }, [
    '**/*.test.*',
  ]),
  wall(
    ['apps/web/src/features/**'],
    {
      '/app/': 'Features are below app.',
      '^(\\.\\./)+(features|appointments|auth|availability|calls|consults|day|doctors|messages|profile|schedule|today)/':
        'Features never import each other; app is where they meet.',
      '^@health-connect/api': 'The two apps never meet.',
      ...readersClock,
    },
    ['**/*.test.*'],
  ),
);
