// npm run mutate                                          models and rules, part by part: hours
// npm run mutate -- --mutate 'server/models/**'           a part: minutes
// npm run mutate -- --mutate server/models/coverage.ts --force
// npm run mutate -- --scores                              the scores of all that was run, now or earlier
//
// Any other option of StrykerJS goes on to it. What did not change since the last run is not run again; `--force` runs it all the same,
// which it takes where examples were changed and kept their titles.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installed } from '../tools/install.ts'
import { parts, patternOf, scores } from './parts.ts'
import settings, { leftOut } from './settings.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const settingsFile = fileURLToPath(new URL('settings.ts', import.meta.url))

const words = process.argv.slice(2)
const asked = words.indexOf('--mutate')
if (asked >= 0) process.exitCode = run(words[asked + 1] ?? '', words.toSpliced(asked, 2))
else if (!words.includes('--scores')) {
  // Survivors of a part are listed when it is asked for; of everything there would be hundreds of pages.
  for (const part of parts)
    process.exitCode ||= run(patternOf(part), ['--reporters', 'progress-append-only,html,json', ...words])
}
const report = join(project, settings.jsonReporter.fileName)
if (existsSync(report)) console.log(scores(report))

/** Runs StrykerJS over a part; what the settings leave out stays out of it. Its report tells of all parts that were run. */
function run(pattern: string, options: readonly string[]): number {
  const stryker = join(dirname(installed('mutation').resolve('@stryker-mutator/core/package.json')), 'bin/stryker.js')
  const mutate = ['--mutate', [pattern, ...leftOut].join(',')]
  const { status } = spawnSync(
    process.execPath,
    ['--import=tsx', stryker, 'run', settingsFile, ...mutate, ...options],
    { cwd: project, stdio: 'inherit' },
  )
  return status ?? 1
}
