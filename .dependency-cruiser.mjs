// The walls of the house: who may import whom, by the files that imports resolve to (docs/architecture.md). What no line of
// `allowed` names is refused, so a new folder needs a line here first. scripts/walls.test.mjs tries one bad import of each kind.

// A feature of the API may import, of another feature, only its service or policy, and only of one that stands earlier in
// this line. What would stand at the end (notifications, admin) is imported by none.
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

/** Code that runs in tests alone: it may reach everything of its own app, and nothing else reaches it. */
const TESTS = [
  '\\.(test|spec)\\.(tsx?|mjs)$',
  '^(apps|packages)/[^/]+/test/',
  '/testing/',
  '^apps/api/src/(security|reliability)/',
  '^apps/e2e/',
];

const contract = '^packages/contract/src/';
const scheduling = '^packages/scheduling/src/';
const locales = '^packages/locales/src/';
const database = '^packages/embedded-mongo/src/';
/** Packages from a registry, and what Node brings. */
const outside = { path: '(^|/)node_modules/' };
const node = { dependencyTypes: ['core'] };

const to = (target) => (typeof target === 'string' ? { path: target } : target);
const lines = (from, targets) => targets.map((target) => ({ from, to: to(target) }));
/** Files below `path` that are the product may import `targets`. */
const may = (path, ...targets) => lines({ path, pathNot: TESTS }, targets);
/** The tests of a package, and what they alone use. */
const testsMay = (folder, ...targets) => {
  const inside = ['.*\\.test\\.tsx?$', 'test/', '.*/testing/', 'src/(security|reliability)/', 'vitest\\.config\\.ts$'];
  return lines({ path: inside.map((path) => `^${folder}/${path}`) }, targets);
};

const api = (part) => `^apps/api/src/${part}`;
const web = (part) => `^apps/web/src/${part}`;
const root = (...names) => api(`(${names.join('|')})\\.ts$`);

const ground = [api('(lib|db)/'), root('env'), contract, scheduling, locales, outside, node];
const inApi = [...ground, api('(http|realtime)/')];
const inWeb = [web('lib/'), contract, scheduling, `${locales}languages\\.ts$`, outside];

const features = FEATURE_LINE.flatMap((name, place) => {
  const earlier = FEATURE_LINE.slice(0, place);
  const reach = earlier.length > 0 ? [api(`features/(${earlier.join('|')})/(service|policy)\\.ts$`)] : [];
  return may(api(`features/${name}/`), api(`features/${name}/`), ...reach, ...inApi);
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  allowedSeverity: 'error',
  allowed: [
    ...may(contract, contract, { ...outside, dependencyTypes: ['type-only'] }),
    ...may(scheduling, scheduling, contract, { path: 'node_modules/temporal-' }),
    ...may(locales, locales, outside, node),
    ...may(database, database, outside, node),

    // The API: lib, db <- http <- realtime <- features <- app and its lists <- server <- main.
    ...may(root('env'), node),
    ...may(api('lib/'), ...ground),
    ...may(api('db/'), ...ground, database),
    ...may(api('db/seed/'), api('features/')),
    ...may(api('http/'), ...ground, api('http/')),
    ...may(api('realtime/'), ...inApi),
    ...features,
    ...may(
      root('app', 'routes', 'sockets', 'listeners', 'jobs', 'migrations'),
      ...inApi,
      api('features/'),
      root('routes', 'listeners'),
    ),
    ...may(root('server'), ...inApi, api('features/'), root('app', 'sockets', 'jobs', 'migrations')),
    ...may(root('main', 'verify-doctor'), ...ground, api('features/'), root('server', 'migrations')),

    // The web: lib, media <- components <- features <- app <- main; lib <- resources <- features.
    ...may(web('lib/'), ...inWeb),
    ...may(web('media/'), web('media/'), ...inWeb),
    ...may(web('components/'), web('(components|media)/'), ...inWeb),
    ...may(web('resources/'), web('resources/'), ...inWeb),
    ...may(web('features/([^/]+)/'), web('features/$1/'), web('(resources|components|media)/'), ...inWeb),
    ...may(web('app/'), web('(app|features|resources|components|media)/'), ...inWeb),
    ...may(web('main\\.tsx$'), web('(app|styles)/'), ...inWeb),

    // Tools and tests.
    ...may('^apps/(api|web)/[^/]+\\.ts$', '^apps/(api|web)/[^/]+\\.ts$', locales, outside, node),
    ...may('^lingui\\.config\\.ts$', outside, node),
    ...lines({ path: '^packages/locales/tools/' }, [locales, outside, node]),
    ...testsMay('packages/locales', '^packages/locales/', outside, node),
    ...testsMay('apps/api', '^apps/api/', contract, scheduling, locales, database, outside, node),
    ...testsMay('apps/web', '^apps/web/', contract, scheduling, locales, outside, node),
    ...lines({ path: '^apps/e2e/' }, ['^apps/e2e/', contract, scheduling, locales, database, outside, node]),
    ...testsMay('packages/contract', '^packages/contract/', outside, node),
    ...lines({ path: '^packages/contract/tools/' }, ['^packages/contract/', outside, node]),
    ...testsMay('packages/scheduling', '^packages/scheduling/', contract, outside, node),
    ...lines({ path: '^packages/embedded-mongo/', pathNot: '^packages/embedded-mongo/src/(?!.*\\.test\\.ts$)' }, [
      '^packages/embedded-mongo/',
      outside,
      node,
    ]),
    ...lines({ path: '^packages/bench/' }, [
      '^packages/bench/',
      api(''),
      contract,
      scheduling,
      database,
      outside,
      node,
    ]),
    ...lines({ path: '^scripts/' }, ['^scripts/', '^\\.dependency-cruiser\\.mjs$', outside, node]),
  ],
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thing, or there is a third one in them. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolved',
      comment: 'What cannot be found cannot be judged.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'tests-stay-outside',
      comment: 'The product never imports what runs in tests alone.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: TESTS },
      to: { path: TESTS, pathNot: 'node_modules/' },
    },
    {
      name: 'contract-has-no-dependency',
      comment: 'It is part of every page: what it needs at run time, it is.',
      severity: 'error',
      from: { path: contract, pathNot: TESTS },
      to: { path: 'node_modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'database-knows-no-product',
      comment: "It speaks MongoDB's protocol to whoever comes, and knows neither them nor their driver.",
      severity: 'error',
      from: { path: database, pathNot: TESTS },
      to: { path: 'node_modules/(mongoose|mongodb|@health-connect)/' },
    },
    {
      name: 'media-without-react',
      comment: 'Calls must outlive what is on the screen; hooks live in features.',
      severity: 'error',
      from: { path: web('media/') },
      to: { path: 'node_modules/(react|react-dom|@tanstack|radix-ui)/' },
    },
    {
      name: 'on-the-readers-clock',
      comment: 'Times come from lib/time.ts: hours as the reader counts them (decision 026).',
      severity: 'error',
      from: { path: web(''), pathNot: [web('lib/'), ...TESTS] },
      to: { path: `${scheduling}format\\.ts$` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // `virtual:words` is made by apps/web/catalog-parts.ts of the catalog files.
    exclude: { path: '(^|/)(dist|\\.data|test-results|playwright-report)/|^virtual:' },
    // Everything here is a module; `createRequire` is for data.
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    // Each package has its own list.
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'],
    },
  },
};
