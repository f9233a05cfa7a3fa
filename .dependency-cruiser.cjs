// The floors of the house: who may import whom. Run by `npm run check`.

/** npm packages by name, wherever they are installed. @param {string[]} names */
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join('|')})/`;
const dates = ['date-fns', '@date-fns/tz', '@date-fns\\+tz'];
const npmOrNode = ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown', 'core'];

/** @param {string} name @param {string} from @param {string[]} floors @param {string[]} allowed @param {string} comment */
const mayUseOnly = (name, from, floors, allowed, comment) => [
  {
    name: `${name}-floors`,
    comment,
    severity: 'error',
    from: { path: from },
    to: { path: '^(app|components|lib|server|tests|prisma)/', pathNot: floors },
  },
  {
    name: `${name}-packages`,
    comment,
    severity: 'error',
    from: { path: from },
    to: { dependencyTypes: npmOrNode, pathNot: packages(...allowed) },
  },
];

const seen = [
  'react',
  'react-dom',
  'recharts',
  'd3-scale',
  'use-intl',
  'next',
  'socket.io-client',
  'uqr',
  'zod',
  ...dates,
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'Nothing imports it and it imports nothing: it does no work.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^app/', '^tests/', '^server/tools/', '^components/live/no-transport'],
      },
      to: {},
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: {
        path: [
          '^(app|components|lib|server|tests)/index\\.',
          '^(app|components|lib|server|tests)/.*/index\\.',
        ],
      },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared',
      comment: 'Every package used is named in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(app|components|lib|server)/', pathNot: '^server/tools/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { pathNot: '^(tests/|[^/]+$)' },
      to: { path: '^tests/' },
    },
    {
      name: 'product-without-tools',
      severity: 'error',
      from: { path: '^(app|components|lib|server)/', pathNot: '^server/tools/' },
      to: { path: '^server/tools/' },
    },
    ...mayUseOnly('domain', '^lib/domain/', ['^lib/domain/'], ['zod', ...dates], 'Meaning is pure.'),
    ...mayUseOnly('wire', '^lib/wire/', ['^lib/(domain|wire|i18n)/'], ['zod'], 'What both sides say.'),
    ...mayUseOnly(
      'i18n',
      '^lib/i18n/',
      ['^lib/(domain|wire|i18n)/'],
      ['zod', 'use-intl', 'icu-minify', ...dates],
      'How it reads.',
    ),
    {
      name: 'server-floors',
      comment: 'The server does not know what is seen.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ['^(app|components)/', packages('react', 'react-dom', 'recharts')] },
    },
    ...mayUseOnly(
      'components',
      '^components/',
      ['^components/', '^lib/'],
      seen,
      'What is seen has no memory.',
    ),
    ...mayUseOnly(
      'app',
      '^app/',
      ['^(app|components|lib)/'],
      [...seen, '@fontsource'],
      'Pages get their data from the API and the socket.',
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^server/db/generated/'] },
    exclude: { path: '^(\\.next|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
