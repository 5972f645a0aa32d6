import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, bytesOf, concordLater, findingsOf, temporaryFolder } from './running.ts'

const kinds = ['co-development', 'reseller', 'one-company']

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .sort()

describe('concord init', () => {
  for (const kind of kinds) {
    it(`writes policies for ${kind} in which only what nobody else can know is left to fill in`, async () => {
      const folder = temporaryFolder()
      const { code, error, out } = await concordLater(folder, ['init', '--kind', kind])
      assert.equal(error, '')
      assert.equal(code, 0)
      for (const file of filesIn(folder)) assert(out.includes(`  ${file}\n`), `${file} is not named`)
      const { report } = findingsOf(folder, ['.'])
      assert.deepEqual([...new Set(report.findings.map(({ rule }) => rule))], ['language/placeholder'])
      assert(filesIn(folder).length >= 4)
    })
  }

  it('uses the names that are given, whatever they are written with', async () => {
    const folder = temporaryFolder()
    const company = 'Ha: "Lden" & #Söhne'
    const names = ['--company', company, '--partner', "Corvus' Optics", '--currency', 'chf', '--year', '2031']
    assert.equal((await concordLater(folder, ['init', '--kind', 'co-development', ...names])).code, 0)
    assert(filesIn(folder).includes('alliances/corvus-optics.yaml'))
    const texts = filesIn(folder)
      .map((file) => bytesOf(folder, file).toString())
      .join('')
    assert.doesNotMatch(texts, /Example Company|First Partner|first-partner|202[78]|\bEUR\b/)
    assert.match(texts, /from: 2031-01-01\n {4}to: 2032-12-31/)
    assert.match(texts, /amount: 50000, currency: CHF/)
    const { report } = findingsOf(folder, ['.'])
    assert.deepEqual([...new Set(report.findings.map(({ rule }) => rule))], ['language/placeholder'])
  })

  it('plans for this year, and from October on for the next', async () => {
    const planned = async (today: string): Promise<string | undefined> => {
      const folder = temporaryFolder()
      await concordLater(folder, ['init', '--kind', 'one-company', '--company', 'Halden'], { today })
      return /from: (\d{4})/.exec(bytesOf(folder, 'pay/bonus.yaml').toString())?.[1]
    }
    const days = ['2027-01-01', '2027-09-30', '2027-10-01', '2027-12-31']
    assert.deepEqual(await Promise.all(days.map(planned)), ['2027', '2027', '2028', '2028'])
  })

  it('asks for what is not said', async () => {
    const folder = temporaryFolder()
    const { code, out } = await concordLater(folder, ['init', 'policies'], { answers: ['2', 'Halden', '', 'USD'] })
    assert.equal(code, 0)
    assert.match(out, /2 {2}one-company/)
    assert.match(bytesOf(folder, 'policies/leadership-system.yaml').toString(), /title: Halden/)
    assert(existsSync(join(folder, 'policies/pay/bonus.yaml')))
  })

  it('never writes over anything', async () => {
    const folder = temporaryFolder({ 'pay/bonus.yaml': 'mine' })
    const { code, error } = await concordLater(folder, ['init', '--kind', 'one-company'])
    assert.equal(code, 2)
    assert.match(error, /Nothing was written, because this is there already: pay\/bonus\.yaml/)
    assert.deepEqual(filesIn(folder), ['pay/bonus.yaml'])
  })

  it('leaves a configuration that is there', async () => {
    const own = 'root: true\nextends: concord:strict\n'
    const folder = temporaryFolder({ '.concord.yaml': own })
    assert.equal((await concordLater(folder, ['init', '--kind', 'one-company'])).code, 0)
    assert.equal(bytesOf(folder, '.concord.yaml').toString(), own)
  })

  it('says in one line what it cannot use', async () => {
    const folder = temporaryFolder()
    const errorOf = async (...words: readonly string[]): Promise<string> => {
      const { code, error } = await concordLater(folder, ['init', ...words])
      assert.equal(code, 2)
      return error
    }
    assert.match(
      await errorOf(),
      /Say what kind of company this is: --kind co-development \(develops .*--kind reseller/,
    )
    assert.match(await errorOf('--kind', 'bank'), /"bank" is none of them/)
    assert.match(await errorOf('--kind', 'reseller', '--currency', 'dollars'), /takes a code of three letters/)
    assert.match(await errorOf('--kind', 'reseller', '--partner', '—'), /cannot be made a name/)
    assert.match(await errorOf('--kind', 'reseller', '--year', '27'), /--year takes a year/)
    assert.match(await errorOf('a', 'b'), /takes one folder/)
    assert.deepEqual(filesIn(folder), [])
  })

  it('does not ask where nobody can answer', () => {
    const folder = temporaryFolder()
    const { status, stderr } = spawnSync(process.execPath, [bundle, 'init'], { cwd: folder, input: '' })
    assert.equal(status, 2)
    assert.match(stderr.toString(), /--kind/)
  })

  describe('at a terminal', () => {
    before(function () {
      if (process.platform !== 'linux' || spawnSync('script', ['--version']).status !== 0) this.skip()
    })
    const answering = (folder: string, input: string) =>
      spawnSync('script', ['-qec', `${process.execPath} ${bundle} init policies`, '/dev/null'], { cwd: folder, input })

    it('takes answers that were typed ahead', () => {
      const folder = temporaryFolder()
      assert.equal(answering(folder, '1\nHalden\nCorvus\nUSD\n').status, 0)
      assert.match(bytesOf(folder, 'policies/leadership-system.yaml').toString(), /title: Halden/)
      assert(existsSync(join(folder, 'policies/alliances/corvus.yaml')))
    })
    it('writes nothing where answers end early', () => {
      const folder = temporaryFolder()
      const { status, stdout } = answering(folder, '1\nHalden\n')
      assert.equal(status, 2)
      assert.match(stdout.toString(), /concord: Nothing was done, since a question was not answered\.\r?\n$/)
      assert.deepEqual(filesIn(folder), [])
    })
  })
})
