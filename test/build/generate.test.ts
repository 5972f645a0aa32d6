import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '../../server/build/generate.ts'
import { put, removeTemporaryProjects, temporaryProject } from './temporary-project.ts'

const schema = 'schemas/partner-agreement.schema.json'

function output(path: string, project = temporaryProject('fixture')): string {
  const found = generate(project).outputs.find((each) => each.path === path)
  assert.ok(found, `${path} is generated`)
  return found.content
}

/** What the generator says after one change to the schema of PartnerAgreement. */
function problemsAfter(before: string, after: string): readonly string[] {
  const project = temporaryProject('fixture')
  const text = readFileSync(join(project, schema), 'utf8')
  assert.ok(text.includes(before))
  put(project, schema, text.replace(before, after))
  return generate(project).problems
}

describe('generated types', () => {
  after(removeTemporaryProjects)
  const types = () => output('server/language/generated/policies.ts')

  it('name a kind, its inline objects and its definitions', () => {
    assert.match(types(), /^export interface PartnerAgreement \{$/m)
    assert.match(types(), /^ {2}readonly spec: PartnerAgreementSpec$/m)
    assert.match(types(), /^ {2}readonly exitPlan\?: PartnerAgreementExitPlan$/m)
    assert.match(types(), /^ {2}readonly commitments\?: readonly Commitment\[\]$/m)
  })

  it('declare what is shared once, and under no name of JavaScript’s own', () => {
    assert.equal(types().match(/^export interface Metadata \{$/gm)?.length, 1)
    assert.match(types(), /^export type CalendarDate = string$/m)
    assert.doesNotMatch(types(), /\bDate\b/)
  })

  it('put the kind in front of a name that two kinds define', () => {
    assert.match(types(), /^export interface PartnerAgreementMeasure \{$/m)
    assert.match(types(), /^export interface IncentivePlanMeasure \{$/m)
    assert.doesNotMatch(types(), /^export interface Measure /m)
  })

  it('are readonly throughout, with the description as comment', () => {
    assert.match(types(), /^ {2}\/\*\* How firm it is\. \*\/\n {2}readonly class\?: 'committed' \| 'best-effort'$/m)
    assert.match(types(), /^ {2}readonly limits\?: \{ readonly \[key: string\]: Money \}$/m)
    assert.doesNotMatch(types(), /^ {2}(?!readonly |\/\*\*|\||')/m)
  })

  it('list the kinds in the order of policy.schema.json', () => {
    assert.match(types(), /kinds = \[\n {2}'PartnerAgreement',\n {2}'IncentivePlan',\n\]/)
  })
})

describe('the generated table of fields that name things', () => {
  after(removeTemporaryProjects)
  const table = () => output('server/language/generated/fields.ts')

  it('has what declares a name: in lists, and for the policy itself', () => {
    assert.match(table(), /\['metadata\.name', 'agreement'\]/)
    assert.match(table(), /\['spec\.commitments\.\*\.name', 'commitment'\]/)
  })

  it('has what refers, also through a shared definition', () => {
    assert.match(table(), /\['metadata\.owner', \['role'\]\]/)
    assert.match(table(), /\['spec\.commitments\.\*\.owner', \['role'\]\]/)
  })

  it('has what tells items apart: as said, by name, or by value', () => {
    assert.match(table(), /\['spec\.measures', \['of'\]\]/)
    assert.match(table(), /\['spec\.commitments', \['name'\]\]/)
    assert.match(table(), /\['spec\.territories', \[\]\]/)
  })
})

describe('the generated registry of rules', () => {
  after(removeTemporaryProjects)

  it('has every module of a component’s folder and nothing else, sorted by path', () => {
    assert.equal(
      output('server/rules/generated/registry.ts').split('\n\n').slice(1).join('\n\n'),
      `import languageSyntax from '../language/syntax.ts'
import performanceForcedDistribution from '../performance/forced-distribution.ts'

export const rules = [
  languageSyntax,
  performanceForcedDistribution,
] as const
`,
    )
  })

  it('gets a new rule from its file alone', () => {
    const project = temporaryProject('fixture')
    put(project, 'server/rules/leaders/slots.ts', '')
    assert.match(
      output('server/rules/generated/registry.ts', project),
      /import leadersSlots from '\.\.\/leaders\/slots\.ts'/,
    )
  })
})

describe('the generated reference', () => {
  after(removeTemporaryProjects)
  const page = () => output('docs/language/partner-agreement.md')

  it('shows the complete example', () => {
    assert.ok(page().includes('```yaml\napiVersion: leadership/v1\nkind: PartnerAgreement\n'))
  })

  it('says in words what a field may hold', () => {
    assert.ok(page().includes('| `name` | A name. | yes | [name](common.md#name) | `field-sales` |'))
    assert.ok(page().includes('list of: [commitment](#commitment) (at least 1)'))
    assert.ok(
      page().includes(
        'one of<br>`committed`: Kept before other work.<br>`best-effort`: Kept when there is room \\| time.',
      ),
    )
    assert.ok(output('docs/language/incentive-plan.md').includes('| number from 0 to 100 | `40` |'))
    assert.ok(output('docs/language/common.md').includes('| date, written year-month-day | `2027-03-31` |'))
    assert.ok(output('docs/language/common.md').includes('| text, the name of a role |'))
  })

  it('links only to places that exist', () => {
    const pages = generate(temporaryProject('fixture')).outputs.filter(({ path }) => path.endsWith('.md'))
    const text = new Map(pages.map(({ path, content }) => [path.slice(path.lastIndexOf('/') + 1), content]))
    for (const [name, content] of text) {
      for (const [, file, anchor] of content.matchAll(/\]\(([^)#]*)#([^)]+)\)/g)) {
        assert.ok(text.get(file || name)?.includes(`<a id="${anchor}">`), `${name} links to ${file}#${anchor}`)
      }
    }
  })
})

describe('the generator’s demands on schemas', () => {
  after(removeTemporaryProjects)

  const demands: readonly (readonly [what: string, before: string, after: string, problem: RegExp])[] = [
    ['a description', '"description": "How firm it is.",', '', /Commitment\.class has no description/],
    ['an example', ', "examples": [["dach"]]', '', /PartnerAgreementSpec\.territories has no examples/],
    ['what tells a list’s items apart', '"x-identity": ["of"],', '', /spec\.measures have no required name/],
    [
      'references that lead somewhere',
      '#/$defs/commitment"',
      '#/$defs/promise"',
      /#\/\$defs\/promise points at no definition/,
    ],
    ['meanings of values that exist', '"committed": "Kept', '"comitted": "Kept', /x-values explains comitted/],
    [
      'its kind as title',
      '"title": "PartnerAgreement"',
      '"title": "Agreement"',
      /title must be the kind, PartnerAgreement/,
    ],
    ['a component', '"x-component": "all",', '', /x-component must say/],
    [
      'required fields that exist',
      '"required": ["of"]',
      '"required": ["on"]',
      /requires on, which it has no property for/,
    ],
  ]
  for (const [what, before, after, problem] of demands) {
    it(`include ${what}`, () => assert.match(problemsAfter(before, after).join('\n'), problem))
  }

  it('are met by the fixture', () => assert.deepEqual(generate(temporaryProject('fixture')).problems, []))
})

describe('the configuration’s schema', () => {
  after(removeTemporaryProjects)

  it('gives types of its own, which share those of the policies', () => {
    const project = temporaryProject('fixture')
    const until = { $ref: 'common.schema.json#/$defs/date' }
    const config = { title: 'Configuration', description: 'Settings.', type: 'object', properties: { until } }
    put(project, 'schemas/concord-config.schema.json', JSON.stringify({ $id: 'concord-config.schema.json', ...config }))
    assert.equal(
      output('server/config/generated/config.ts', project).split('\n\n').slice(1).join('\n\n'),
      `import type { CalendarDate } from '../../language/generated/policies.ts'

/** Settings. */
export interface ConcordConfig {
  /** A day. */
  readonly until?: CalendarDate
}
`,
    )
    assert.doesNotMatch(output('server/language/generated/policies.ts', project), /ConcordConfig/)
  })
})
