import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { put, removeTemporaryProjects, repository, temporaryProject } from './temporary-project.ts'

function run(project: string, ...args: readonly string[]) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const { status, stderr } = spawnSync(
    process.execPath,
    [`--import=${tsx}`, join(repository, 'server/build/main.ts'), ...args],
    {
      cwd: project,
      encoding: 'utf8',
    },
  )
  return { status, stderr }
}

describe('npm run generate', () => {
  let project: string
  before(() => {
    project = temporaryProject('fixture')
    assert.deepEqual(run(project), { status: 0, stderr: '' })
  })
  after(removeTemporaryProjects)

  it('with --check accepts what it just wrote', () => {
    assert.deepEqual(run(project, '--check'), { status: 0, stderr: '' })
  })

  it('with --check names a file that somebody edited and how to mend it, and leaves it alone', () => {
    const path = 'docs/language/common.md'
    const text = readFileSync(join(project, path), 'utf8')
    put(project, path, `${text}More.\n`)
    const { status, stderr } = run(project, '--check')
    assert.equal(status, 1)
    assert.equal(stderr, `${path} is stale: run \`npm run generate\` and commit it\n`)
    assert.equal(readFileSync(join(project, path), 'utf8'), `${text}More.\n`)
    put(project, path, text)
  })

  it('with --check names a committed file that is missing, and asks for none that is not committed', () => {
    rmSync(join(project, 'server/rules/generated/registry.ts'))
    rmSync(join(project, 'server/language/generated/validators.js'))
    const { status, stderr } = run(project, '--check')
    assert.equal(status, 1)
    assert.match(stderr, /^server\/rules\/generated\/registry\.ts is stale: .*\n$/)
  })

  it('with --uncommitted writes the validators and nothing that is committed', () => {
    assert.equal(run(project, '--uncommitted').status, 0)
    assert.equal(existsSync(join(project, 'server/language/generated/validators.js')), true)
    assert.equal(existsSync(join(project, 'server/rules/generated/registry.ts')), false)
  })
})
