// npm run generate                   writes everything that is generated
// npm run generate -- --check        writes nothing that is committed; names each committed file that is stale and exits 1
// npm run generate -- --uncommitted  writes only what is not committed, for the scripts that need it

import { parseArgs } from 'node:util'
import { generate, stale, write } from './generate.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, uncommitted: { type: 'boolean' } } })
const project = process.cwd()
const { outputs, problems } = generate(project)

const [made, committed] = [
  outputs.filter(({ uncommitted }) => uncommitted),
  outputs.filter(({ uncommitted }) => !uncommitted),
]
write(made, project)
if (!values.uncommitted) {
  // Rules are run for their pages, and need what was just written.
  const { rulePages } = await import('./rule-pages.ts')
  const faults: string[] = []
  const pages = await rulePages(project, faults)
  if (values.check) {
    for (const { path } of stale([...committed, ...pages], project))
      fail(`${path} is stale: run \`npm run generate\` and commit it`)
  } else write([...committed, ...pages], project)
  for (const fault of faults) fail(fault)
}
for (const problem of problems) fail(problem)

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
