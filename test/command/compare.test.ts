import assert from 'node:assert/strict'
import { chownSync, mkdirSync, renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonComparison } from '../../server/reports/comparison-json.ts'
import { clean, forced, misspelt, named, unfinished } from './policies.ts'
import { commitWorse, copyPolicies, TestRepository } from './repositories.ts'
import { assertRefused, concord, temporaryFolder } from './running.ts'

const samples = fileURLToPath(new URL('../../samples', import.meta.url))

interface Told {
  readonly code: number | null
  readonly error: string
  readonly report: JsonComparison
  readonly appeared: readonly string[]
  readonly gone: readonly string[]
  readonly unchanged: readonly string[]
}

/** What a comparison says, findings as `file rule`. */
function compared(folder: string, ...words: readonly string[]): Told {
  const { code, error, out } = concord(folder, ['compare', '--format=json', ...words])
  assert.notEqual(out, '', error)
  const report: JsonComparison = JSON.parse(out)
  const [appeared = [], gone = [], unchanged = []] = [report.new, report.gone, report.unchanged].map((findings) =>
    findings.map(({ file, rule }) => `${file} ${rule}`),
  )
  return { code, error, report, appeared, gone, unchanged }
}

describe('concord compare', () => {
  it('tells what is new, gone and unchanged, and fails for what is new alone', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'b.yaml': forced })
    repository.commit('begin')
    assert.deepEqual(compared(repository.folder, 'HEAD').appeared, [])
    assert.equal(compared(repository.folder, 'HEAD').code, 0)

    repository.write({
      'b.yaml': forced.replace('descripton', 'description'),
      'c.yaml': named('c').replace('spec', 'spek'),
    })
    const { code, appeared, gone, unchanged } = compared(repository.folder, 'HEAD')
    assert.equal(code, 1)
    assert.deepEqual([...new Set(appeared)], ['c.yaml language/missing-field', 'c.yaml language/unknown-field'])
    assert.deepEqual(gone, ['b.yaml language/unknown-field'])
    assert.ok(unchanged.includes('a.yaml language/unknown-field'))
    assert.ok(unchanged.includes('b.yaml performance/forced-distribution'))
  })
  it('fails for what is new only from the threshold on', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': clean })
    repository.commit('begin')
    repository.write({ 'b.yaml': unfinished })
    assert.equal(compared(repository.folder, 'HEAD').code, 0)
    assert.equal(compared(repository.folder, 'HEAD', '--fail-on=warning').code, 1)
    assert.equal(compared(repository.folder, 'HEAD', '--fail-on=warning', '--exit-zero').code, 0)
  })
  it('reads files that git does not track yet, and leaves work tree, index and refs as they are', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'staged.yaml': named('staged'), '.concord.yaml': 'root: true\n' })
    repository.commit('begin')
    repository.write({ 'staged.yaml': named('staged').replace('spec: {}', 'spec: {}\nmore: 1') })
    repository.git('add', 'staged.yaml')
    repository.write({ 'new.yaml': unfinished, 'a.yaml': clean })
    const state = repository.state()
    const { appeared } = compared(repository.folder, 'HEAD')
    assert.deepEqual(appeared, ['new.yaml language/placeholder', 'staged.yaml language/unknown-field'])
    assert.equal(repository.state(), state)
  })
  it('finds nothing new in files that were moved, renamed and laid out anew', () => {
    const repository = new TestRepository()
    copyPolicies(join(samples, 'meridian'), repository.folder)
    repository.commit('begin')
    mkdirSync(join(repository.folder, 'moved'))
    renameSync(join(repository.folder, 'pay'), join(repository.folder, 'moved/compensation'))
    renameSync(join(repository.folder, 'leadership-system.yaml'), join(repository.folder, 'moved/north-star.yaml'))
    const bonus = 'moved/compensation/research-and-development-bonus.yaml'
    const text = repository.read(bonus)
    repository.write({
      [bonus]: `# The bonus plan.\r\n\r\n${text.replaceAll('\n', '\r\n').replace('spec:', 'spec:   # all of it')}`,
    })
    const { appeared, gone, unchanged } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, gone], [[], []])
    assert.ok(unchanged.length > 40)
  })
  it('follows policies that moved to the folder that is asked about', () => {
    const repository = new TestRepository()
    repository.write({ 'old/a.yaml': misspelt, 'old/b.yaml': forced, 'other.yaml': unfinished })
    repository.commit('begin')
    renameSync(join(repository.folder, 'old'), join(repository.folder, 'new'))
    repository.write({ 'new/a.yaml': clean.replace('norms', 'misspelt') })
    const { appeared, gone, code, error } = compared(repository.folder, 'HEAD', 'new')
    assert.deepEqual([appeared, gone, code, error], [[], ['old/a.yaml language/unknown-field'], 0, ''])
  })
  it('tells copies of a file apart: nothing has changed where nothing was', () => {
    const repository = new TestRepository()
    const isPolicy = (path: string): boolean => !path.endsWith('.concord.yaml')
    for (const copy of ['one', 'two', 'three'])
      copyPolicies(join(samples, 'tarnfield'), join(repository.folder, copy), isPolicy)
    repository.commit('begin')
    const { appeared, gone, unchanged } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, gone], [[], []])
    assert.ok(unchanged.length > 40)
  })
  it('tells the earlier scores of the whole company also where the file that is asked about is new', () => {
    const repository = new TestRepository()
    repository.write({ '.concord.yaml': 'root: true\n', 'a.yaml': forced })
    repository.commit('begin')
    repository.write({ 'b.yaml': clean })
    const told = (path: string) => compared(repository.folder, 'HEAD', path).report.scorecard.overall
    assert.equal(told('b.yaml').before, told('.').before)
    assert.notEqual(told('b.yaml').before, null)
  })
  it('tells one barrier that takes the place of another of the same rule: one new, one gone', () => {
    const repository = new TestRepository()
    const two = misspelt.replace('titel: How we work together', 'titel: a')
    repository.write({ 'a.yaml': two })
    repository.commit('begin')
    repository.write({ 'a.yaml': two.replace('titel', 'titlle') })
    const { appeared, gone } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, gone], [['a.yaml language/unknown-field'], ['a.yaml language/unknown-field']])
  })
  it('keeps the findings of a policy that only got another name', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': forced.replace('descripton', 'description') })
    repository.commit('begin')
    repository.write({
      'a.yaml': forced.replace('descripton', 'description').replace('name: ratings', 'name: ratings-2027'),
    })
    const { appeared, gone, unchanged } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, gone], [[], []])
    assert.ok(unchanged.includes('a.yaml performance/forced-distribution'))
  })
  it('judges both by the present configuration, and says when it has changed', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, '.concord.yaml': 'rules: {language/unknown-field: off}\n' })
    repository.commit('begin')
    assert.equal(compared(repository.folder, 'HEAD').report.since.configurationChanged, false)
    repository.write({ '.concord.yaml': 'root: true\n' })
    const { appeared, unchanged, report } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, unchanged], [[], ['a.yaml language/unknown-field']])
    assert.equal(report.since.configurationChanged, true)
  })
  it('keeps the configuration of a folder that moved as a whole', () => {
    const repository = new TestRepository()
    repository.write({
      'old/a.yaml': misspelt,
      'old/.concord.yaml': 'root: true\nrules: {language/unknown-field: off}\n',
    })
    repository.commit('begin')
    renameSync(join(repository.folder, 'old'), join(repository.folder, 'new'))
    const { appeared, gone, unchanged } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, gone, unchanged], [[], [], []])
  })
  it('counts a finding as new whose suppression has ended since', () => {
    const repository = new TestRepository()
    const ignored = misspelt.replace(
      '  titel',
      '  # concord-ignore language/unknown-field until=2027-03-15 reason="agreed"\n  titel',
    )
    repository.write({ 'a.yaml': ignored })
    repository.commit('begin', '2027-03-01')
    const { appeared, code } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, code], [['a.yaml language/unknown-field'], 1])
    assert.deepEqual(compared(repository.folder, 'HEAD', '--today=2027-03-15').appeared, [])
    repository.commit('and later', '2027-03-16')
    assert.deepEqual(compared(repository.folder, 'HEAD').appeared, [])
  })
  it('tells apart what is set aside since then from what is gone', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt })
    repository.commit('begin')
    repository.write({
      'a.yaml': misspelt.replace(
        '  titel',
        '  # concord-ignore language/unknown-field until=2027-12-31 reason="agreed"\n  titel',
      ),
    })
    const { gone, report } = compared(repository.folder, 'HEAD')
    assert.deepEqual([gone, report.setAside.map(({ rule }) => rule)], [[], ['language/unknown-field']])
  })
  it('compares with where the work left a branch, and with the branch itself only when told', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt, 'b.yaml': unfinished })
    repository.commit('begin')
    repository.git('checkout', '-q', '-b', 'work')
    repository.write({ 'c.yaml': forced })
    repository.commit('a new policy')
    repository.git('checkout', '-q', 'main')
    repository.write({ 'a.yaml': clean })
    repository.commit('mended on main')
    repository.git('checkout', '-q', 'work')
    const { appeared, report } = compared(repository.folder, 'main')
    assert.ok(appeared.length > 0)
    assert.ok(appeared.every((finding) => finding.startsWith('c.yaml')))
    assert.equal(report.since.left, true)
    const direct = compared(repository.folder, 'main', '--direct')
    assert.ok(direct.appeared.includes('a.yaml language/unknown-field'))
    assert.equal(direct.report.since.left, false)
  })
  it('limits what is reported to the paths, and shows what is gone with a path', () => {
    const repository = new TestRepository()
    repository.write({ '.concord.yaml': 'root: true\n', 'in/a.yaml': misspelt, 'out/b.yaml': unfinished })
    repository.commit('begin')
    repository.remove('in')
    repository.write({ 'out/c.yaml': named('c').replace('spec: {}', 'spec: {}\nmore: 1') })
    assert.deepEqual(compared(repository.folder, 'HEAD', 'in').gone, ['in/a.yaml language/unknown-field'])
    assert.deepEqual(compared(repository.folder, 'HEAD', 'in').appeared, [])
    assert.deepEqual(compared(repository.folder, 'HEAD', 'in').error, '')
    assert.deepEqual(compared(repository.folder, 'HEAD', 'out').gone, [])
  })
  it('works from a folder inside of the repository, with names from there', () => {
    const repository = new TestRepository()
    repository.write({ 'in/a.yaml': misspelt })
    repository.commit('begin')
    repository.write({ 'in/a.yaml': clean })
    assert.deepEqual(compared(join(repository.folder, 'in'), 'HEAD').gone, ['a.yaml language/unknown-field'])
  })
  it('works in a second work tree of a repository', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt })
    repository.commit('begin')
    const second = join(temporaryFolder(), 'second')
    repository.git('worktree', 'add', '-q', second, '-b', 'second')
    repository.write({ 'a.yaml': clean })
    repository.commit('mended on main')
    assert.deepEqual(compared(second, 'main').unchanged, ['a.yaml language/unknown-field'])
    assert.deepEqual(compared(second, 'main', '--direct').appeared, ['a.yaml language/unknown-field'])
  })
  it('is not led elsewhere by what a hook inherits from git', () => {
    const repository = new TestRepository()
    repository.write({ 'a.yaml': misspelt })
    repository.commit('begin')
    const other = new TestRepository()
    const inherited = {
      GIT_DIR: join(other.folder, '.git'),
      GIT_INDEX_FILE: join(other.folder, 'index'),
      GIT_WORK_TREE: other.folder,
      GIT_PREFIX: 'in/',
    }
    Object.assign(process.env, inherited)
    try {
      assert.deepEqual(compared(repository.folder, 'HEAD').unchanged, ['a.yaml language/unknown-field'])
    } finally {
      for (const name of Object.keys(inherited)) delete process.env[name]
    }
  })
})

describe('the policies of a revision', () => {
  it('may stand in files with any name', () => {
    const repository = new TestRepository()
    const names = [
      'a b.yaml',
      'größe/ж.yaml',
      '"quoted".yaml',
      "it's.yaml",
      '-dash.yaml',
      ':(top)x.yaml',
      'new\nline.yaml',
      'tab\t.yaml',
      '*.yaml',
      'back\\slash.yaml',
    ]
    repository.write(
      Object.fromEntries(names.map((name, index) => [name, misspelt.replace('misspelt', `policy-${index}`)])),
    )
    repository.commit('begin')
    const { unchanged, appeared, gone } = compared(repository.folder, 'HEAD')
    assert.deepEqual([unchanged.length, appeared, gone], [names.length, [], []])
    repository.remove(...names)
    assert.equal(compared(repository.folder, 'HEAD').gone.length, names.length)
  })
  it('are read as they stand, whatever their encoding and line ends', () => {
    const repository = new TestRepository()
    repository.git('config', 'core.autocrlf', 'true')
    repository.write({
      'bom.yaml': `\uFEFF${misspelt}`,
      'crlf.yaml': misspelt.replace('misspelt', 'crlf').replaceAll('\n', '\r\n'),
      'utf16.yaml': Buffer.from(`\uFEFF${misspelt.replace('misspelt', 'utf16')}`, 'utf16le'),
      'latin.yaml': Buffer.from(misspelt.replace('misspelt', 'latin').replace('How', 'Wöw'), 'latin1'),
      'large.yaml': `${misspelt.replace('misspelt', 'large')}#${'x'.repeat(10 * 1024 * 1024)}`,
    })
    repository.commit('begin')
    const { appeared, gone, unchanged } = compared(repository.folder, 'HEAD')
    assert.deepEqual([appeared, gone], [[], []])
    assert.ok(
      ['bom', 'crlf', 'utf16', 'latin'].every((name) => unchanged.includes(`${name}.yaml language/unknown-field`)),
    )
    assert.ok(unchanged.includes('large.yaml language/unreadable'))
  })
  it('may be behind links, as on the disk', () => {
    const repository = new TestRepository()
    repository.write({ 'data/a.txt': misspelt, 'real/b.yaml': unfinished })
    symlinkSync('data/a.txt', join(repository.folder, 'a.yaml'))
    symlinkSync('../real', join(repository.folder, 'data/link'))
    symlinkSync('nowhere.yaml', join(repository.folder, 'c.yaml'))
    symlinkSync('circle.yaml', join(repository.folder, 'circle.yaml'))
    repository.commit('begin')
    const all = compared(repository.folder, 'HEAD')
    assert.deepEqual([all.appeared, all.gone], [[], []])
    assert.deepEqual(all.unchanged, ['a.yaml language/unknown-field', 'real/b.yaml language/placeholder'])
    const linked = compared(repository.folder, 'HEAD', 'data/link')
    assert.deepEqual([linked.appeared, linked.unchanged.length], [[], 1])
  })
  it('may stand in a submodule', () => {
    const part = new TestRepository()
    part.write({ 'p.yaml': misspelt })
    part.commit('begin')
    const repository = new TestRepository()
    repository.write({ 'a.yaml': unfinished })
    repository.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', part.folder, 'part')
    repository.commit('begin')
    assert.deepEqual(compared(repository.folder, 'HEAD').unchanged, [
      'a.yaml language/placeholder',
      'part/p.yaml language/unknown-field',
    ])
    repository.write({ 'part/p.yaml': clean })
    assert.deepEqual(compared(repository.folder, 'HEAD').gone, ['part/p.yaml language/unknown-field'])
  })
  it('are not what a pointer of large file storage stands for', () => {
    const repository = new TestRepository()
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n'
    repository.write({ 'a.yaml': pointer, 'b.yaml': unfinished })
    repository.commit('begin')
    assert.deepEqual(compared(repository.folder, 'HEAD').unchanged, ['b.yaml language/placeholder'])
  })
})

describe('concord compare says in one line why it cannot', () => {
  const repository = new TestRepository()
  before(() => {
    commitWorse(repository)
    repository.git('branch', 'release-2027')
  })

  it('without a revision', () => assertRefused(concord(repository.folder, ['compare']), /needs a revision/))
  it('with a revision that is not there', () => {
    assertRefused(concord(repository.folder, ['compare', 'nowhere']), /no revision "nowhere".*"git branch --all"/)
    assertRefused(concord(repository.folder, ['compare', 'relaese-2027']), /Did you mean "release-2027"\?/)
  })
  it('with a revision that git would take for an option', () => {
    assertRefused(concord(repository.folder, ['compare', '--', '--output=x']), /no revision "--output=x"/)
    assertRefused(concord(repository.folder, ['compare', '']), /no revision ""/)
    assertRefused(concord(repository.folder, ['compare', 'HEAD\nx']), /no revision "HEAD/)
  })
  it('outside of a repository', () =>
    assertRefused(concord(temporaryFolder({ 'a.yaml': clean }), ['compare', 'main']), /There is no git repository at/))
  it('in a repository without commits', () =>
    assertRefused(concord(new TestRepository().folder, ['compare', 'main']), /has no commits yet/))
  it('in a bare repository', () => {
    const bare = temporaryFolder()
    repository.git('clone', '-q', '--bare', repository.folder, bare)
    assertRefused(concord(bare, ['compare', 'main']), /is bare/)
  })
  it('among the files of git', () =>
    assertRefused(concord(join(repository.folder, '.git'), ['compare', 'main']), /belongs to git's own files/))
  it('for paths of several repositories', () =>
    assertRefused(
      concord(repository.folder, ['compare', 'HEAD', '.', temporaryFolder()]),
      /lies outside the git repository/,
    ))
  it('in a clone whose history is cut off', () => {
    const shallow = temporaryFolder()
    repository.git('clone', '-q', '--depth=1', `file://${repository.folder}`, shallow)
    assertRefused(concord(shallow, ['compare', 'HEAD~1']), /git fetch --unshallow.*fetch-depth: 0/)
  })
  it('in a clone without the texts of files', () => {
    repository.git('config', 'uploadpack.allowFilter', 'true')
    const partial = temporaryFolder()
    repository.git('clone', '-q', '--filter=blob:none', `file://${repository.folder}`, partial)
    assertRefused(concord(partial, ['compare', 'HEAD~1']), /This clone is partial/)
  })
  it('where there is no git', () => {
    const { PATH } = process.env
    process.env['PATH'] = temporaryFolder()
    try {
      assertRefused(concord(repository.folder, ['compare', 'main']), /the program git, which is not found/)
    } finally {
      process.env['PATH'] = PATH
    }
  })
  it('in a repository that belongs to somebody else', function () {
    if (process.getuid?.() !== 0) this.skip()
    const foreign = new TestRepository()
    foreign.write({ 'a.yaml': clean })
    foreign.commit('begin')
    for (const path of ['', '.git']) chownSync(join(foreign.folder, path), 12345, 12345)
    assertRefused(concord(foreign.folder, ['compare', 'HEAD']), /belongs to another user.*safe\.directory/)
  })
  it('for a path that is neither here nor there', () => {
    const { code, error } = concord(repository.folder, ['compare', 'HEAD', 'missing'])
    assert.deepEqual([code, error], [2, 'concord: missing: There is no such file or folder.\n'])
  })
})
