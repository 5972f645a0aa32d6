import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { clean, forced, misspelt, named, unfinished } from '../command/policies.ts'
import { concord, type Files, temporaryFolder } from '../command/running.ts'
import { hostile } from './hostile.ts'

const repository = fileURLToPath(new URL('../../', import.meta.url))

interface Issue {
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

/** The fields that GitLab's documentation asks for: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const validate = new Ajv2020({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^(?:\\./|/)' } },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
})

function issues(folder: string, ...words: string[]): readonly Issue[] {
  const { out } = concord(folder, ['check', '--format', 'gitlab', ...words])
  assert.ok(out.startsWith('['), 'GitLab refuses a byte order mark')
  const report: readonly Issue[] = JSON.parse(out)
  assert.ok(validate(report), JSON.stringify(validate.errors))
  const fingerprints = report.map(({ fingerprint }) => fingerprint)
  assert.equal(new Set(fingerprints).size, fingerprints.length, 'no two have the same fingerprint')
  return report
}

describe('the GitLab report', () => {
  const folders: Readonly<Record<string, Files>> = {
    'nothing to find': { 'a.yaml': clean },
    'no policies at all': {},
    'one finding in several files': { 'a.yaml': named('a'), 'b.yaml': named('a'), 'c.yaml': named('a') },
    'texts that try to be something else': hostile,
    'a configuration with two mistakes': { 'a.yaml': forced, '.concord.yaml': 'root: perhaps\nextends: none\n' },
  }
  for (const [what, files] of Object.entries(folders))
    it(`has every field that GitLab asks for: ${what}`, () => void issues(temporaryFolder(files)))
  it('has every field that GitLab asks for: the sample company', () =>
    assert.ok(issues(repository, 'samples/meridian').length > 20))

  it('says where, and how severe in the words of GitLab', () => {
    const found = issues(temporaryFolder({ 'in/a.yaml': misspelt, 'b.yaml': unfinished }))
    assert.deepEqual(
      found.map(({ check_name, severity, location: { path, lines } }) => [check_name, severity, path, lines.begin]),
      [
        ['language/placeholder', 'minor', 'b.yaml', 5],
        ['language/unknown-field', 'major', 'in/a.yaml', 5],
      ],
    )
  })
  it('blocks what could not be checked', () => {
    const found = issues(temporaryFolder({ 'a.yaml': clean, '.concord.yaml': 'root: perhaps\n' }))
    assert.deepEqual(
      found.map(({ check_name, severity, location: { path } }) => [check_name, severity, path]),
      [['concord/input', 'blocker', '.concord.yaml']],
    )
  })
  it('keeps its fingerprints when lines and files move', () => {
    const of = (files: Files): readonly string[] => issues(temporaryFolder(files)).map(({ fingerprint }) => fingerprint)
    assert.deepEqual(of({ 'moved/elsewhere.yaml': `# moved\n\n${forced}` }), of({ 'a.yaml': forced }))
  })
})
