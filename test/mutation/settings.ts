// The settings of StrykerJS, which reads this file itself: https://stryker-mutator.io/docs/stryker-js/configuration

/** What holds texts or is generated: there is no logic to change. */
export const leftOut = ['!server/rules/generated/**', '!server/rules/evidence.ts', '!**/*.md']

export default {
  mutate: ['server/models/**', 'server/rules/**', ...leftOut],
  mutator: {
    // Most strings are words of messages, and no test holds every word of them; where a string decides something, the comparison
    // with it is changed.
    excludedMutations: ['StringLiteral'],
  },
  // What only runs while modules load, such as the facts of rules: it would need a new process and every test for each change. So
  // tests call what they test within `it`, not while their file loads.
  ignoreStatic: true,

  testRunner: 'mocha',
  testRunnerNodeArgs: ['--import=tsx'],
  mochaOptions: {
    spec: ['test/models/**/*.test.ts', 'test/rules/**/*.test.ts'],
    // It runs every rule on every fix, so that each change of a rule would be held against all of them.
    ignore: ['test/rules/fixes-bring-no-error.test.ts'],
    // Sampling draws millions of times, each many times slower in changed sources; worked figures beside it are exact.
    grep: '^(?!.*(agrees|agree) with sampling)',
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,

  // Only what these tests read is copied, and node_modules are linked.
  ignorePatterns: [
    '/*',
    '!/server',
    '!/test',
    '/test/vscode',
    '!/schemas',
    '!/docs',
    '!/samples',
    '!/package.json',
    '!/tsconfig.json',
    '!/.mocharc.json',
  ],
  tempDirName: '.mutation/sandbox',
  incremental: true,
  incrementalFile: '.mutation/incremental.json',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  htmlReporter: { fileName: '.mutation/report.html' },
  jsonReporter: { fileName: '.mutation/report.json' },
}
