import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { clean, forced, misspelt, suppressed, unfinished } from '../command/policies.ts'
import { concord, type Files, temporaryFolder } from '../command/running.ts'
import { hostile } from './hostile.ts'
import { jenkinsFaults, xmlFaults } from './xml-validator.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

function report(files: Files, ...words: string[]): string {
  return concord(temporaryFolder(files), ['check', '--format', 'junit', ...words]).out
}

/** The plugin's junit-10.xsd has these; GitLab shows both. */
const addedLater = /Element '(?:testsuite', attribute 'file'|skipped', attribute 'message'|skipped': )/

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0

describe('the JUnit report', function () {
  this.timeout(120_000)
  const folders: Readonly<Record<string, Files>> = {
    'nothing to find': { 'a.yaml': clean },
    'no policies at all': {},
    'findings of each severity, and one set aside': { 'a.yaml': forced, 'b.yaml': unfinished, 'c.yaml': suppressed },
    'a configuration that cannot be used': { 'a.yaml': clean, '.concord.yaml': 'root: perhaps\n' },
    'texts that try to be something else': hostile,
  }
  for (const [what, files] of Object.entries(folders))
    it(`is what its readers take: ${what}`, async () => assert.deepEqual(await xmlFaults('junit', report(files)), []))
  it('is what its readers take: the sample company', async () => {
    const { out } = concord(repository, ['check', '--format', 'junit', 'samples/meridian'])
    assert.deepEqual(await xmlFaults('junit', out), [])
  })
  for (const [what, files] of Object.entries(folders))
    it(`is what the schema takes that Jenkins published, but for what later ones added: ${what}`, async () => {
      const faults = await jenkinsFaults(report(files))
      assert.deepEqual(
        faults.filter((fault) => !addedLater.test(fault)),
        [],
      )
    })
  it('is not called valid when it is not', async () =>
    assert.notDeepEqual(await xmlFaults('junit', report({ 'a.yaml': forced }).replace(' failures="', ' faults="')), []))

  it('fails for what is at or over the threshold, and only mentions what is below it', () => {
    const files = { 'a.yaml': misspelt, 'b.yaml': unfinished }
    assert.equal(count(report(files), /<failure /g), 1)
    assert.equal(count(report(files), /<system-out>/g), 1)
    assert.equal(count(report(files, '--fail-on', 'warning'), /<failure /g), 2)
  })
  it('counts what it holds', () => {
    const text = report({ 'a.yaml': forced, 'b.yaml': clean, 'c.yaml': suppressed, 'd.yaml': unfinished })
    assert.match(text, /<testsuites name="Concord" tests="5" failures="2" errors="0">/)
    assert.match(text, /<testsuite name="c.yaml" tests="1" failures="0" errors="0" skipped="1" file="c.yaml">/)
    assert.equal(count(text, /<testcase /g), 5)
  })
  it('has a case that passed for a file without findings', () =>
    assert.match(report({ 'in/a.b/c.yaml': clean }), /<testcase name="no barriers" classname="in.a_b.c"\/>/))
  it('says why something is set aside', () =>
    assert.match(
      report({ 'a.yaml': suppressed }),
      /<skipped message="Set aside by a comment until 2099-12-31: the old name is still read elsewhere"\/>/,
    ))
  it('has an error for what could not be checked', () => {
    const text = report({ 'a.yaml': clean, '.concord.yaml': 'root: perhaps\n' })
    assert.match(text, /<error message="&quot;root&quot; is &quot;perhaps&quot;[^"]*" type="input">.concord.yaml:1:7</)
  })
  it('gives two cases of one name different names', () => {
    const twice = misspelt.replace('spec: {}', 'spec: {}\n  titel: again')
    const names = [...report({ 'a.yaml': twice, 'b.yaml': forced }).matchAll(/testcase name="([^"]*)"/g)].map(
      ([, name]) => name,
    )
    assert.equal(new Set(names).size, names.length)
  })
})
