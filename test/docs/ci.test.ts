import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { temporaryFolder } from '../command/running.ts'
import { installed } from '../tools/install.ts'

const page = readFileSync(fileURLToPath(new URL('../../docs/ci.md', import.meta.url)), 'utf8')

/** The examples of a section of the page, in a language. */
function examples(heading: string, language: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const found = [...section.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text]) => text ?? '',
  )
  assert.notDeepEqual(found, [], heading)
  return found
}

/** What GitHub's own parser has to say of a workflow. */
async function faultsIn(content: string): Promise<readonly string[]> {
  const [modules = ''] = installed('tools').resolve.paths('@actions/workflow-parser') ?? []
  const { parseWorkflow, NoOperationTraceWriter } = await import(
    pathToFileURL(join(modules, '@actions/workflow-parser/dist/index.js')).href
  )
  const { context } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map(({ message }: Error) => message)
}

/** How a pipeline of GitLab ends that is checked by GitLab's schema. */
function gitlab(pipeline: string) {
  const program = join(dirname(installed('tools').resolve('gitlab-ci-local/package.json')), 'src/index.js')
  const folder = temporaryFolder({ '.gitlab-ci.yml': pipeline })
  const run = (name: string, ...words: readonly string[]) =>
    spawnSync(name, words, { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder } })
  run('git', 'init', '--quiet')
  run('git', 'remote', 'add', 'origin', 'https://gitlab.example.com/group/policies.git')
  const identity = ['-c', 'user.name=team', '-c', 'user.email=team@example.com']
  run('git', ...identity, 'commit', '--quiet', '--allow-empty', '--message', 'Begin')
  const { status, stdout, stderr } = run(process.execPath, program, '--list')
  return { status, said: `${stdout}${stderr}` }
}

describe('the examples for CI', function () {
  this.timeout(120_000)
  before(function () {
    if (process.platform === 'win32') this.skip()
  })

  it("for GitHub are workflows by GitHub's own parser", async () => {
    const [whole = '', steps = ''] = examples('GitHub', 'yaml')
    const indented = steps.replace(/^(?=.)/gm, '      ')
    const workflows = [whole, `jobs:\n  policies:\n    runs-on: ubuntu-latest\n    steps:\n${indented}`]
    for (const workflow of workflows) assert.deepEqual(await faultsIn(`on: push\n${workflow}`), [], workflow)
    assert.notDeepEqual(await faultsIn(`on: push\n${whole.replace('runs-on:', 'runs-in:')}`), [])
  })
  it('for GitHub give the action what it takes', () => {
    const action = parse(readFileSync('action.yml', 'utf8'))
    const { jobs } = parse(examples('GitHub', 'yaml')[0] ?? '')
    const step = jobs.policies.steps.find(({ uses = '' }) => uses.includes('/concord@'))
    for (const input of Object.keys(step.with)) assert.ok(Object.hasOwn(action.inputs, input), input)
  })
  it("for GitLab are pipelines by GitLab's schema", () => {
    const [pipeline = ''] = examples('GitLab', 'yaml')
    const { status, said } = gitlab(pipeline)
    assert.equal(status, 0, said)
    assert.match(said, /json schema validated/)
    assert.equal(gitlab(pipeline.replace('codequality:', 'codequalty:')).status, 1)
  })
  it('run commands that Concord knows', () => {
    const words = [...page.matchAll(/concord check ([^\n`'"|]*)/g)].flatMap(
      ([, rest = '']) => rest.match(/--[a-z-]+/g) ?? [],
    )
    assert.ok(words.length > 5)
    const help = spawnSync(process.execPath, ['dist/concord.cjs', 'help'], { encoding: 'utf8' }).stdout
    for (const word of words) assert.ok(help.includes(word), word)
  })
})
