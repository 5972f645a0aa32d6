// npm run generate                   writes everything that is generated
// npm run generate -- --check        writes nothing; names each committed file that is stale and exits 1
// npm run generate -- --uncommitted  writes only what is not committed, for the scripts that need it

import { parseArgs } from 'node:util'
import { generate, stale, write } from './generate.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, uncommitted: { type: 'boolean' } } })
const project = process.cwd()
const { outputs, problems } = generate(project)

if (values.check) {
  for (const { path } of stale(
    outputs.filter(({ uncommitted }) => !uncommitted),
    project,
  )) {
    fail(`${path} is stale: run \`npm run generate\` and commit it`)
  }
} else {
  write(values.uncommitted ? outputs.filter(({ uncommitted }) => uncommitted) : outputs, project)
}
for (const problem of problems) fail(problem)

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
