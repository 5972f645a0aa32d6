import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { clean, forced, misspelt } from '../command/policies.ts'
import { concord, type Files, temporaryFolder } from '../command/running.ts'
import { hostile } from './hostile.ts'
import { xmlFaults } from './xml-validator.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

function report(files: Files): string {
  return concord(temporaryFolder(files), ['check', '--format', 'checkstyle']).out
}

describe('the Checkstyle report', function () {
  this.timeout(120_000)
  const folders: Readonly<Record<string, Files>> = {
    'nothing to find': { 'a.yaml': clean },
    'no policies at all': {},
    'a configuration that cannot be used': { 'a.yaml': forced, '.concord.yaml': 'root: perhaps\n' },
    'texts that try to be something else': hostile,
  }
  for (const [what, files] of Object.entries(folders))
    it(`is what its readers take: ${what}`, async () =>
      assert.deepEqual(await xmlFaults('checkstyle', report(files)), []))
  it('is what its readers take: the sample company', async () => {
    const { out } = concord(repository, ['check', '--format', 'checkstyle', 'samples/meridian'])
    assert.deepEqual(await xmlFaults('checkstyle', out), [])
  })
  it('is not called valid when it is not', async () =>
    assert.notDeepEqual(await xmlFaults('checkstyle', report({ 'a.yaml': forced }).replace('"error"', '"bad"')), []))

  it('says where, how severe, what, and which rule', () =>
    assert.match(
      report({ 'in/a.yaml': misspelt }),
      /<file name="in\/a.yaml">\n {4}<error line="5" column="3" severity="error" message="&quot;titel&quot; is not [^"]*" source="concord.language.unknown-field"\/>/,
    ))
  it('names every file that was checked', () =>
    assert.match(report({ 'a.yaml': clean, 'b.yaml': misspelt }), /<file name="a.yaml"\/>\n {2}<file name="b.yaml">/))
  it('has an error for what could not be checked', () =>
    assert.match(
      report({ 'a.yaml': clean, '.concord.yaml': 'root: perhaps\n' }),
      /<file name=".concord.yaml">\n {4}<error line="1" column="7" severity="error" [^>]*source="concord.input"\/>/,
    ))
})
