import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { bundle, concord, type Files, temporaryFolder } from './running.ts'

const norms = (name: string, behaviours = ''): string => `apiVersion: leadership/v1
kind: CulturalNorms
metadata: { name: ${name}, title: Norms }
spec:
  values:
    - name: candour
      title: Candour
${behaviours}`

const company: Files = {
  '.concord.yaml':
    'root: true\nextends: [./shared/base.yaml]\ncustomRules: [./rules.yaml]\noverrides:\n  - files: [drafts/**]\n    rules: { culture/values-without-behaviours: off }\n',
  'shared/base.yaml': 'rules:\n  culture/values-without-behaviours: error\n',
  'rules.yaml': `rules:
  - id: custom/culture/short-title
    title: A title says more than one word
    kind: CulturalNorms
    severity: warning
    passes: size(policy.metadata.title) > 10
    what: The title is short.
    why: Nobody can tell what it is about.
    change: Write more.
`,
  'norms.yaml': norms('norms'),
  'drafts/norms.yaml': norms('draft'),
  'notes.txt': 'Nothing to check.',
}

const cacheIn = (folder: string): string => join(folder, '.concord-cache')
const remembered = (folder: string): readonly string[] =>
  readdirSync(cacheIn(folder)).filter((name) => name.endsWith('.json'))

/** What a check said and did, with the report that it wrote. */
function checked(folder: string, words: readonly string[]) {
  const { code, out, error } = concord(folder, ['check', '--format', 'json=out/report.json', ...words])
  return { code, out, error, report: readFileSync(join(folder, 'out/report.json'), 'utf8') }
}

function made(files: Files = company): string {
  const folder = temporaryFolder(files)
  mkdirSync(join(folder, 'out'))
  return folder
}

describe('concord check --cache', () => {
  it('says again what it said, and writes the reports again', () => {
    const folder = made()
    const first = checked(folder, ['--cache'])
    assert.equal(first.code, 1)
    // The report itself is new in the folder, and might have been a policy.
    checked(folder, ['--cache'])
    const [name = ''] = remembered(folder)
    const path = join(cacheIn(folder), name)
    const entry = JSON.parse(readFileSync(path, 'utf8'))
    entry.said = entry.said.map(({ to, text }: { to: string; text: string }) => ({ to, text: `Known. ${text}` }))
    writeFileSync(path, JSON.stringify(entry))
    const again = checked(folder, ['--cache'])
    assert.equal(again.code, 1)
    assert.ok(again.out.startsWith('Known. '))
    assert.equal(again.report, `Known. ${first.report}`)
  })

  it('gives what a check gives, whatever was changed in between', () => {
    const folder = made()
    const write = (path: string, content: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
    const changes: Readonly<Record<string, () => void>> = {
      nothing: () => {},
      'a policy': () => write('norms.yaml', norms('norms', '      behaviours: [Says what it sees.]\n')),
      'the policy back': () => write('norms.yaml', norms('norms')),
      'a policy that another refers to by name': () => write('drafts/norms.yaml', norms('norms')),
      'a new policy': () => write('more/norms.yaml', norms('more')),
      'a policy in a new way': () => write('more/norms.json', JSON.stringify({ apiVersion: 'leadership/v1' })),
      'a policy gone': () => rmSync(join(folder, 'more'), { recursive: true, force: true }),
      'a renamed policy': () => {
        write('moved.yaml', norms('moved'))
        renameSync(join(folder, 'moved.yaml'), join(folder, 'moved-again.yml'))
      },
      'what is extended': () => write('shared/base.yaml', 'rules:\n  culture/values-without-behaviours: warning\n'),
      'what is extended, back': () => write('shared/base.yaml', String(company['shared/base.yaml'])),
      'a rule of its own': () => write('rules.yaml', String(company['rules.yaml']).replace('10', '2')),
      'that rule back': () => write('rules.yaml', String(company['rules.yaml'])),
      'an inner configuration': () => write('drafts/.concord.yaml', 'ignore: ["*"]\n'),
      'an inner root': () => write('drafts/.concord.yaml', 'root: true\n'),
      'no inner configuration': () => rmSync(join(folder, 'drafts/.concord.yaml'), { force: true }),
      'a baseline': () => concord(folder, ['baseline', '.']),
      'no baseline': () => rmSync(join(folder, '.concord-baseline.json'), { force: true }),
      'a broken configuration': () => write('.concord.yaml', 'root: [\n'),
      'the configuration back': () => write('.concord.yaml', String(company['.concord.yaml'])),
      'another file': () => write('notes.txt', 'Other notes.'),
    }
    const names = Object.keys(changes)
    let hits = 0
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }), (steps) => {
        for (const step of steps) {
          changes[step]?.()
          const before = new Set(readdirSync(folder).includes('.concord-cache') ? remembered(folder) : [])
          const cached = checked(folder, ['--cache'])
          if (step === 'nothing' && before.size > 0) hits += 1
          assert.deepEqual(cached, checked(folder, []), step)
        }
      }),
      { numRuns: 25, seed: 5 },
    )
    assert.ok(hits > 0)
  })

  it('tells apart what else the result hangs on: words, day and threshold', () => {
    const folder = made()
    const runs = [[], ['--quiet'], ['--fail-on', 'info'], ['--today', '2020-01-01'], ['--exit-zero'], ['norms.yaml']]
    for (const words of runs) assert.deepEqual(checked(folder, ['--cache', ...words]), checked(folder, words))
    for (const words of runs) assert.deepEqual(checked(folder, ['--cache', ...words]), checked(folder, words))
    assert.equal(remembered(folder).length, runs.length)
  })

  it('keeps one result for the same words, whatever the day', () => {
    const folder = made()
    for (const today of ['2027-03-01', '2027-03-02', '2027-03-03']) concord(folder, ['check', '--cache'], { today })
    assert.equal(remembered(folder).length, 1)
  })

  it('does not let another build answer, however it is started', () => {
    const folder = made()
    cpSync(dirname(bundle), join(folder, 'built'), { recursive: true })
    symlinkSync(join(folder, 'built/concord.cjs'), join(folder, 'concord'))
    const check = () => spawnSync(process.execPath, [join(folder, 'concord'), 'check', '--cache'], { cwd: folder })
    const first = check()
    const [name = ''] = remembered(folder)
    const path = join(cacheIn(folder), name)
    const entry = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...entry, said: [{ to: 'out', text: 'Known.' }] }))
    assert.equal(check().stdout.toString(), 'Known.')
    appendFileSync(join(folder, 'built/later/CulturalNorms.cjs'), '// another build')
    assert.deepEqual(check().stdout, first.stdout)
  })

  it('remembers nothing of a check that could not be made', () => {
    const folder = made({ ...company, '.concord.yaml': 'root: [\n' })
    assert.equal(checked(folder, ['--cache']).code, 2)
    assert.throws(() => readdirSync(cacheIn(folder)), /ENOENT/)
  })

  it('checks when what it remembered is cut short or of another shape', () => {
    const folder = made()
    const result = checked(folder, ['--cache'])
    const [name = ''] = remembered(folder)
    for (const content of ['', '{"format":1', 'null', '[]', '{"format":1,"of":null}']) {
      writeFileSync(join(cacheIn(folder), name), content)
      assert.deepEqual(checked(folder, ['--cache']), result)
    }
  })

  it('is no policy, is not for git, and does without a place to write', () => {
    const folder = made()
    checked(folder, ['--cache'])
    assert.equal(readFileSync(join(cacheIn(folder), '.gitignore'), 'utf8'), '*\n')
    writeFileSync(join(cacheIn(folder), 'norms.yaml'), norms('hidden'))
    assert.deepEqual(checked(folder, ['--cache']), checked(folder, []))
    assert.doesNotMatch(checked(folder, []).out, /hidden/)
    rmSync(cacheIn(folder), { recursive: true })
    writeFileSync(cacheIn(folder), 'A file stands in the way.')
    assert.equal(checked(folder, ['--cache']).code, 1)
    chmodSync(cacheIn(folder), 0o400)
    assert.equal(checked(folder, ['--cache']).code, 1)
  })

  it('refuses what it cannot remember', () => {
    for (const option of [['--fix'], ['--changed', 'HEAD'], ['--watch'], ['--stdin-filename', 'a.yaml']]) {
      const { code, error } = concord(made(), ['check', '--cache', ...option])
      assert.equal(code, 2)
      assert.equal(error, `concord: --cache does not go with ${option[0]}.\n`)
    }
  })
})
