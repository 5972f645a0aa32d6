import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { clean, forced, misspelt } from '../command/policies.ts'
import { bytesOf, temporaryFolder } from '../command/running.ts'
import { installed } from '../tools/install.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const text = readFileSync(join(project, 'action.yml'), 'utf8')

interface Step {
  readonly name: string
  readonly run: string
  readonly env: Readonly<Record<string, string>>
}

const action: {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
} = parse(text)

/** What GitHub's own parser, which its editors use, has to say of an action. */
async function faultsIn(content: string): Promise<readonly string[]> {
  const [modules = ''] = installed('tools').resolve.paths('@actions/workflow-parser') ?? []
  const parser = (path: string) =>
    import(pathToFileURL(join(modules, '@actions/workflow-parser/dist', `${path}.js`)).href)
  const { parseAction } = await parser('actions/action-parser')
  const { NoOperationTraceWriter } = await parser('templates/trace-writer')
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map(({ message }: Error) => message)
}

/** Runs the steps as a runner does: inputs and contexts put in where the step asks for them, each step a bash script of its own. */
function run(folder: string, inputs: Readonly<Record<string, string>> = {}) {
  const given = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? ''
  const filled = (value: string): string =>
    value.replace(/\$\{\{ *(?:inputs\.([\w-]+)|github\.action_path) *\}\}/g, (_, name?: string) =>
      name === undefined ? project : given(name),
    )
  let last = { status: 0 as number | null, out: '', error: '' }
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, filled(value)]))
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GITHUB_OUTPUT: join(folder, 'out'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
        ...env,
      },
    })
    last = { status, out: stdout, error: stderr }
    if (status !== 0) break
  }
  return last
}

describe('the action for GitHub', () => {
  before(function () {
    if (process.platform === 'win32') this.skip()
  })

  it("is one by GitHub's own parser", async () => {
    assert.deepEqual(await faultsIn(text), [])
    assert.notDeepEqual(await faultsIn(text.replace('using: composite', 'using: compote')), [])
  })

  it('takes nothing into its scripts that somebody else could write', () => {
    for (const { name, run: script } of action.runs.steps) assert(!script.includes('${{'), name)
  })

  it('marks findings in the pull request, writes a summary and SARIF, and says how the check ended', () => {
    const folder = temporaryFolder({ 'a.yaml': forced, 'b.yaml': misspelt })
    const { status, out, error } = run(folder, { sarif: 'findings.sarif' })
    assert.equal(status, 1, error)
    assert.match(out, /^::error file=b\.yaml,line=\d+/m)
    assert.match(bytesOf(folder, 'summary.md').toString(), /misspelt|titel/)
    assert.equal(JSON.parse(bytesOf(folder, 'findings.sarif').toString()).version, '2.1.0')
    assert.equal(bytesOf(folder, 'out').toString(), 'exit-code=1\n')
  })

  it('succeeds where there is nothing to find', () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    assert.equal(run(folder).status, 0)
    assert.equal(bytesOf(folder, 'out').toString(), 'exit-code=0\n')
  })

  it('checks the paths that it is given, a line each, and takes more words', () => {
    const folder = temporaryFolder({ 'in here/a.yaml': clean, 'b.yaml': 'services: {}', 'c.yaml': misspelt })
    assert.equal(run(folder, { paths: 'in here\nb.yaml\n' }).status, 0)
    assert.equal(run(folder, { arguments: '--exit-zero' }).status, 0)
    assert.equal(run(folder, { paths: 'missing' }).status, 2)
  })

  it('runs no code that stands in an input', () => {
    const folder = temporaryFolder({ 'a.yaml': clean })
    run(folder, { paths: '$(touch done); `touch done`; "; touch done; "', arguments: '$(touch done)' })
    assert.throws(() => bytesOf(folder, 'done'))
  })
})

describe('the hooks for pre-commit', () => {
  const hooks: readonly { readonly id: string; readonly entry: string; readonly language: string }[] = parse(
    readFileSync(join(project, '.pre-commit-hooks.yaml'), 'utf8'),
  )
  const { bin } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  const hook = (id: string, folder: string, files: readonly string[]) => {
    const [program = '', ...words] = hooks.find((candidate) => candidate.id === id)?.entry.split(' ') ?? []
    return spawnSync(process.execPath, [join(project, bin[program]), ...words, ...files], {
      cwd: folder,
      encoding: 'utf8',
    })
  }

  it('check the files of a commit, also those that are no policies', () => {
    const folder = temporaryFolder({
      'a.yaml': clean,
      'b.yaml': misspelt,
      'docker.yaml': 'services: {}\n',
      'p.json': '{}',
    })
    assert.equal(hook('concord', folder, ['a.yaml', 'docker.yaml', 'p.json']).status, 0)
    assert.equal(hook('concord', folder, ['docker.yaml']).status, 0)
    assert.equal(hook('concord', folder, ['b.yaml']).status, 1)
  })

  it('apply safe fixes where that is asked for', () => {
    const folder = temporaryFolder({ 'b.yaml': misspelt })
    assert.equal(hook('concord-fix', folder, ['b.yaml']).status, 0)
    assert.equal(bytesOf(folder, 'b.yaml').toString(), misspelt.replace('titel', 'title'))
  })
})
