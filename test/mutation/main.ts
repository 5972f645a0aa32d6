// npm run mutate                                          models and rules: hours
// npm run mutate -- --mutate 'server/models/**'           a part: minutes
// npm run mutate -- --mutate server/models/coverage.ts --force
//
// Any other option of StrykerJS goes on to it. What did not change since the last run is not run again; `--force` runs it all the same,
// which it takes where examples were changed and kept their titles.

import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installed } from '../tools/install.ts'
import { leftOut } from './settings.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const settings = fileURLToPath(new URL('settings.ts', import.meta.url))

const words = process.argv.slice(2)
const part = words.indexOf('--mutate') + 1
// What the settings leave out stays out of a part.
if (part > 0) words[part] = [words[part], ...leftOut].join(',')

const stryker = join(dirname(installed('mutation').resolve('@stryker-mutator/core/package.json')), 'bin/stryker.js')
const { status } = spawnSync(process.execPath, ['--import=tsx', stryker, 'run', settings, ...words], {
  cwd: project,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
