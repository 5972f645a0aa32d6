import assert from 'node:assert/strict'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forced, misspelt, named, suppressed } from '../command/policies.ts'
import { concord, temporaryFolder } from '../command/running.ts'
import { hostile } from './hostile.ts'
import { type Verdicts, validateSarif } from './sarif-validator.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string }
    readonly region: { readonly snippet?: { readonly text: string } }
  }
}

interface Log {
  readonly runs: readonly [
    {
      readonly invocations?: readonly {
        readonly executionSuccessful: boolean
        readonly toolConfigurationNotifications: readonly { readonly message: { readonly text: string } }[]
      }[]
      readonly results: readonly {
        readonly ruleId: string
        readonly suppressions?: readonly unknown[]
        readonly locations: readonly [Location]
        readonly relatedLocations?: readonly Location[]
        readonly fixes?: readonly {
          readonly artifactChanges: readonly { readonly artifactLocation: { uri: string } }[]
        }[]
      }[]
    },
  ]
}

const agreement = `apiVersion: leadership/v1
kind: PartnerAgreement
metadata:
  name: orion
spec:
  partner: {name: orion}
  type: co-development
  commitments:
    - name: chemists
      by: us
      resource: people
      skill: chemistry
      fte: 2
`

const plan = `apiVersion: leadership/v1
kind: ResourceAllocation
metadata:
  name: plan
spec:
  pools: []
  allocations: []
`

const waived = `root: true
waivers:
  - rule: language/unknown-field
    files: ['*.yaml']
    owner: people-team
    reason: still read elsewhere
    until: 2099-12-31
`

const oddNames = {
  'größe und #1/ägreement 100%.yaml': agreement,
  'a:b?c/plan [2].yaml': plan,
  'one.yaml': named('twice'),
  "it's/two & three.yaml": named('twice'),
  'ratings.yaml': forced,
  'text.yaml': misspelt.replace('How we', '"{0} [link](1) <b> 🙂\u0000\\n'),
}

describe('the SARIF report', function () {
  this.timeout(180_000)
  const folder = temporaryFolder()
  let verdicts: ReadonlyMap<string, Verdicts> = new Map()
  const logs = new Map<string, Log>()

  before(() => {
    const odd = temporaryFolder({ '.concord.yaml': 'root: true\n', 'here/b.yaml': named('twice'), ...oddNames })
    const report = (name: string, cwd: string, ...words: string[]): void => {
      const { out } = concord(cwd, ['check', '--format', 'sarif', ...words])
      writeFileSync(join(folder, `${name}.sarif`), out)
      logs.set(name, JSON.parse(out))
    }
    report('meridian', repository, 'samples/meridian')
    report('odd', odd)
    report('elsewhere', join(odd, 'here'), '..')
    report('suppressed', temporaryFolder({ 'a.yaml': suppressed }))
    report('waived', temporaryFolder({ '.concord.yaml': waived, 'a.yaml': misspelt }))
    report('hostile', temporaryFolder(hostile))
    report('unusable', temporaryFolder({ 'a.yaml': forced, '.concord.yaml': 'root: perhaps\n' }), '.', 'missing')
    report('nothing', temporaryFolder({ 'a.yaml': named('a') }))
    const broken = JSON.parse(JSON.stringify(logs.get('odd')))
    broken.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri = 'größe #1.yaml'
    broken.runs[0].results[1].locations[0].physicalLocation.region.startLine = 0
    writeFileSync(join(folder, 'broken.sarif'), JSON.stringify(broken))
    verdicts = validateSarif(folder, readdirSync(folder))
  })
  const errorsIn = (name: string): Verdicts | undefined =>
    verdicts.get(`${name}.sarif`)?.filter((verdict) => verdict.startsWith('error'))

  for (const [name, what] of [
    ['meridian', 'the sample company'],
    ['odd', 'files with names of any characters'],
    ['elsewhere', 'files outside of the folder that it runs in'],
    ['suppressed', 'findings that comments suppress'],
    ['waived', 'findings that a waiver sets aside'],
    ['hostile', 'texts that try to be something else'],
    ['unusable', 'input that cannot be used'],
    ['nothing', 'policies without a finding'],
  ] as const) {
    it(`is valid for ${what}`, () => assert.deepEqual(errorsIn(name), []))
  }
  it('is not called valid when it is not', () => {
    const errors = errorsIn('broken')?.map((verdict) => verdict.split(' ')[1])
    assert.ok(errors?.includes('JSON1008') && errors.includes('SARIF1002'), errors?.join())
  })
  it('gives the validator nothing to warn of, except that the tool has no page', () => {
    const warned = [...verdicts].filter(([file]) => file !== 'broken.sarif').flatMap(([, verdict]) => verdict)
    assert.deepEqual(
      [...new Set(warned.map((verdict) => verdict.split(' ').slice(0, 2).join(' ')))],
      ['warning SARIF2005'],
    )
  })

  it('marks what comments suppress, with the reason', () => {
    const [result, ...others] = logs.get('suppressed')?.runs[0].results ?? []
    assert.deepEqual(others, [])
    assert.equal(result?.ruleId, 'language/unknown-field')
    assert.deepEqual(result?.suppressions, [
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'the old name is still read elsewhere',
        properties: { until: '2099-12-31' },
      },
    ])
  })

  it('marks what a waiver sets aside, with owner, reason and day', () => {
    const [result] = logs.get('waived')?.runs[0].results ?? []
    assert.deepEqual(result?.suppressions, [
      {
        kind: 'external',
        status: 'accepted',
        justification: 'still read elsewhere',
        properties: { until: '2099-12-31', owner: 'people-team' },
      },
    ])
  })
  it('says that the check failed where something could not be used, and what', () => {
    const [invocation] = logs.get('unusable')?.runs[0].invocations ?? []
    assert.equal(invocation?.executionSuccessful, false)
    assert.deepEqual(
      invocation.toolConfigurationNotifications.map(({ message }) => message.text.split('.')[0]),
      ['There is no such file or folder', '"root" is "perhaps"'],
    )
    assert.equal(logs.get('nothing')?.runs[0].invocations, undefined)
  })

  describe('says where things are', () => {
    const results = (name: string) => logs.get(name)?.runs[0].results ?? []
    const address = ({ physicalLocation }: Location): string => physicalLocation.artifactLocation.uri

    it('in addresses that lead back to the names of files', () => {
      const names = results('odd').flatMap(({ locations, relatedLocations = [] }) =>
        [...locations, ...relatedLocations].map((location) => decodeURIComponent(address(location))),
      )
      for (const name of names) assert.ok(Object.hasOwn(oddNames, name) || name === 'here/b.yaml', name)
      assert.ok(names.includes('größe und #1/ägreement 100%.yaml') && names.includes("it's/two & three.yaml"))
    })
    it('also outside of the folder that it runs in', () =>
      assert.ok(results('elsewhere').some(({ locations: [at] }) => address(at) === '../text.yaml')))
    it('with related places in other files', () => {
      const duplicate = results('odd').find(({ ruleId }) => ruleId === 'language/duplicate-name')
      const [related] = duplicate?.relatedLocations ?? []
      assert.ok(duplicate && related)
      assert.notEqual(address(related), address(duplicate.locations[0]))
    })
    it('with fixes in other files', () => {
      const unallocated = results('odd').find(({ ruleId }) => ruleId === 'resources/commitment-unallocated')
      const changed = unallocated?.fixes?.flatMap(({ artifactChanges }) =>
        artifactChanges.map(({ artifactLocation }) => decodeURIComponent(artifactLocation.uri)),
      )
      assert.deepEqual(changed, ['a:b?c/plan [2].yaml'])
    })
    it('with the text that stands there', () => {
      const misspeltField = results('odd').find(({ ruleId }) => ruleId === 'language/unknown-field')
      assert.equal(misspeltField?.locations[0].physicalLocation.region.snippet?.text, 'descripton')
    })
  })
})
