import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formats } from '../../server/reports/formats.ts'
import { temporaryFolder } from './running.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))
const early = '2027-02-01'
const after = '2027-07-01'

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs a program whose settings and caches stand in a folder of the test. */
function run(folder: string, program: string, words: readonly string[], home = folder): Ran {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      npm_config_cache: join(home, '.npm'),
      // Nobody answers there: nothing is to be fetched.
      npm_config_registry: 'http://127.0.0.1:9/',
      GIT_AUTHOR_NAME: 'team',
      GIT_AUTHOR_EMAIL: 'team@example.com',
      GIT_COMMITTER_NAME: 'team',
      GIT_COMMITTER_EMAIL: 'team@example.com',
    },
  })
  return { code: status, out: stdout, error: stderr }
}

const ratings = `apiVersion: leadership/v1
kind: PerformanceCalibration
metadata:
  name: ratings
  owner: head-of-people-operations
spec:
  distribution:
    mode: forced
    levels: [{ level: low, percent: 10 }, { level: middle, percent: 70 }, { level: high, percent: 20 }]
`

const bonus = `apiVersion: leadership/v1
kind: IncentivePlan
metadata:
  name: bonus
  owner: head-of-people-operations
spec:
  interdependence: reciprocal
  peers: 8
  pools:
    - { name: team-bonus, amount: { amount: 100000, currency: EUR }, funding: { basis: fixed }, split: by-score }
`

const rule = 'performance/zero-sum-pool'

describe('a company that takes up Concord', () => {
  beforeEach(function () {
    if (process.platform === 'win32') this.skip()
  })

  it('installs it, starts, keeps what is old, stops what is new, and waives for a time', function () {
    this.timeout(180_000)
    const packed = temporaryFolder()
    const { code, out, error } = run(project, 'npm', ['pack', '--ignore-scripts', '--pack-destination', packed], packed)
    assert.equal(code, 0, error)
    const folder = temporaryFolder({ '.gitignore': 'node_modules\n.npm\n' })
    const done = (program: string, ...words: readonly string[]): Ran => {
      const ran = run(folder, program, words)
      assert.equal(ran.code, 0, `${program} ${words.join(' ')}\n${ran.out}\n${ran.error}`)
      return ran
    }
    const concord = (...words: readonly string[]): Ran => run(folder, 'node_modules/.bin/concord', words)
    const check = (...words: readonly string[]): Ran => concord('check', '--today', early, ...words)
    done('git', 'init', '--quiet')
    done('npm', 'install', '--no-save', '--no-audit', '--no-fund', join(packed, out.trim().split('\n').at(-1) ?? ''))
    const installed = join(folder, 'node_modules/concord')
    assert.deepEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['concord'],
      'nothing else is installed',
    )
    const pages = [...readFileSync(join(installed, 'README.md'), 'utf8').matchAll(/\]\((docs\/[^)#]+\.md)/g)]
    assert(pages.length > 5)
    for (const [, page = ''] of pages) assert(existsSync(join(installed, page)), page)

    assert.equal(
      concord('init', '--kind', 'co-development', '--company', 'Halden', '--partner', 'Corvus', '--year', '2027').code,
      0,
    )
    assert.match(check().out, /Still to be filled in/)
    fillIn(folder)
    assert.equal(check('--fail-on', 'info').code, 0, check().out)

    writeFileSync(join(folder, 'ratings.yaml'), ratings)
    assert.equal(check().code, 1)
    assert.equal(concord('baseline', '--today', early).code, 0)
    const old = check()
    assert.equal(old.code, 0, old.out)
    done('git', 'add', '.')
    done('git', 'commit', '--quiet', '--message', 'Begin')

    done('git', 'switch', '--quiet', '--create', 'new-bonus')
    writeFileSync(join(folder, 'bonus.yaml'), bonus)
    for (const format of Object.keys(formats)) {
      const found = check('--format', format)
      assert.equal(found.code, 1, format)
      assert(found.out.includes('zero-sum-pool'), `${format} does not name ${rule}:\n${found.out}`)
    }
    const compared = concord('compare', 'HEAD', '--today', early)
    assert.equal(compared.code, 1)

    const config = join(folder, '.concord.yaml')
    const waiver = `waivers:\n  - rule: ${rule}\n    policy: IncentivePlan/bonus\n    owner: head-of-people-operations\n    reason: Replaced by the new plan in summer.\n    until: 2027-06-30\n`
    writeFileSync(config, `${readFileSync(config, 'utf8')}${waiver}`)
    const rest = check('--format', 'json')
    const left: readonly { readonly rule: string; readonly severity: string }[] = JSON.parse(rest.out).findings
    assert.deepEqual(
      left.filter(({ severity }) => severity === 'error').map(({ rule: id }) => id),
      [],
    )
    assert.equal(rest.code, 0)
    assert.match(concord('waivers', '--today', early).out, /zero-sum-pool/)
    const late = concord('check', '--today', after)
    assert.equal(late.code, 1)
    assert.match(late.out, new RegExp(rule))
  })
})

/** Writes something plain wherever a starter set asks for it. */
function fillIn(folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.yaml') && !/^(?:node_modules|\.npm)/.test(name))) {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const filled = text
      .replaceAll(/"\? countries[^"]*"/g, 'DE')
      .replaceAll(/"\?[^"]*"/g, 'Customers get what neither could give them alone.')
    if (filled !== text) writeFileSync(path, filled)
  }
}
