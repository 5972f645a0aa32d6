import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Checker, type Run } from '../../server/checker/checker.ts'
import type { Finding } from '../../server/checker/finding.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { type PolicyFile, readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { Workspace } from '../../server/workspace/workspace.ts'
import { textsBelow } from './policy-texts.ts'

const today = '2026-11-23'
const company = textsBelow('samples/meridian')

/** A check that goes on while policies change, and remembers which rules ran on which policies. */
class Ongoing {
  readonly workspace = new Workspace(today)
  readonly #runs: Run[] = []
  readonly #checker = new Checker(this.workspace, rules, defaultSettings, (run) => this.#runs.push(run))

  constructor(texts: ReadonlyMap<string, string>) {
    this.workspace.change(() => {
      for (const [name, text] of texts) this.workspace.replace(name, readPolicyFile(text))
    })
    this.findings()
    this.runs()
  }

  findings(): readonly Finding[] {
    return this.#checker.findings()
  }

  findingsIn(file: string): readonly Finding[] {
    return this.#checker.findingsIn(file)
  }

  /** What ran since this was asked last. */
  runs(): readonly string[] {
    return this.#runs.splice(0).map(({ rule, policy }) => `${rule} on ${policy}`)
  }
}

const read = new Map<string, PolicyFile>()

/** Reading is the same whenever; remembering it leaves the time to the checking, which is what starts from scratch here. */
function readOnce(text: string): PolicyFile {
  const known = read.get(text) ?? readPolicyFile(text)
  read.set(text, known)
  return known
}

function fromScratch(texts: ReadonlyMap<string, string>, on = today): readonly Finding[] {
  const workspace = new Workspace(on)
  workspace.change(() => {
    for (const [name, text] of texts) workspace.replace(name, readOnce(text))
  })
  return new Checker(workspace, rules, defaultSettings).findings()
}

type Edit =
  | { readonly kind: 'retype'; readonly file: number; readonly line: number; readonly value: string }
  | { readonly kind: 'cut'; readonly file: number; readonly line: number; readonly lines: number }
  | { readonly kind: 'insert'; readonly file: number; readonly line: number; readonly text: string }
  | { readonly kind: 'remove'; readonly file: number }
  | { readonly kind: 'restore'; readonly file: number }
  | { readonly kind: 'today'; readonly date: string }

const suppressions = [
  'performance/forced-distribution',
  'resources/commitment-underfunded',
  'decision-making/no-decider',
].flatMap((rule) => [`# concord-ignore ${rule} until=2027-12-31 reason="agreed"`, `# concord-ignore ${rule}`])

const place = { file: fc.nat(1000), line: fc.nat(1000) }
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('retype' as const),
    ...place,
    value: fc.constantFrom(
      '0',
      '5',
      '100',
      'forced',
      'team',
      'null',
      '"?"',
      'reciprocal',
      'head-of-alliances',
      '2027-06-30',
      '[]',
      '{}',
    ),
  }),
  fc.record({ kind: fc.constant('cut' as const), ...place, lines: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    ...place,
    text: fc.constantFrom('# a remark', '  unknown: 1', '    - {', '---', 'spec:', '   ', '\t', '<<<<<<< HEAD'),
  }),
  fc.record({ kind: fc.constant('insert' as const), ...place, text: fc.constantFrom(...suppressions) }),
  fc.record({ kind: fc.constant('remove' as const), file: place.file }),
  fc.record({ kind: fc.constant('restore' as const), file: place.file }),
  fc.record({
    kind: fc.constant('today' as const),
    date: fc.constantFrom('2026-11-23', '2027-12-31', '2028-01-01', '2031-01-01'),
  }),
)

/** The texts after an edit; the same map where the edit changes no text. */
function edited(texts: ReadonlyMap<string, string>, edit: Edit): ReadonlyMap<string, string> {
  if (edit.kind === 'today') return texts
  const names = [...company.keys()]
  const name = names[edit.file % names.length] ?? ''
  const after = new Map(texts)
  if (edit.kind === 'remove') after.delete(name)
  else if (edit.kind === 'restore') after.set(name, company.get(name) ?? '')
  else {
    const text = texts.get(name)
    if (text === undefined) return texts
    const lines = text.split('\n')
    const line = edit.line % lines.length
    if (edit.kind === 'retype') lines[line] = (lines[line] ?? '').replace(/: [^#{[]+$/, `: ${edit.value}`)
    else if (edit.kind === 'cut') lines.splice(line, edit.lines)
    else lines.splice(line, 0, edit.text)
    after.set(name, lines.join('\n'))
  }
  return after
}

describe('checking after a change', () => {
  it('finds what a check from scratch finds, whatever was edited', function () {
    this.timeout(120_000)
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 8 }), (changes) => {
        const ongoing = new Ongoing(company)
        let texts = company
        let on = today
        for (const edit of changes) {
          const after = edited(texts, edit)
          for (const [name, text] of after)
            if (texts.get(name) !== text) ongoing.workspace.replace(name, readPolicyFile(text))
          for (const name of texts.keys()) if (!after.has(name)) ongoing.workspace.remove(name)
          if (edit.kind === 'today') ongoing.workspace.today = on = edit.date
          texts = after
          assert.deepEqual(ongoing.findings(), fromScratch(texts, on))
        }
      }),
      { numRuns: 20, seed: 20261123 },
    )
  })

  it('takes a policy that was removed and has come back for the one that it is now', () => {
    const ongoing = new Ongoing(company)
    const [back, other] = ['alliances/quillon-codevelopment.yaml', 'alliances/nordhaven-distribution.yaml']
    ongoing.workspace.remove(back)
    ongoing.findings()
    ongoing.workspace.replace(back, readPolicyFile(company.get(back) ?? ''))
    ongoing.findings()
    ongoing.workspace.remove(other)
    const left = new Map([...company].filter(([name]) => name !== other))
    assert.deepEqual(ongoing.findings(), fromScratch(left))
  })

  it('does not depend on the order in which files were read', () => {
    assert.deepEqual(fromScratch(new Map([...company].reverse())), fromScratch(company))
  })

  const texts = new Map([
    [
      'agreement.yaml',
      'apiVersion: leadership/v1\nkind: PartnerAgreement\nmetadata: {name: orion}\nspec:\n  partner: {name: orion-bio}\n  type: supply\n  commitments:\n    - {name: line, resource: equipment, equipment: line-2, daysPerMonth: 8}\n',
    ],
    [
      'plan.yaml',
      'apiVersion: leadership/v1\nkind: ResourceAllocation\nmetadata: {name: plan}\nspec:\n  allocations:\n    - {name: line, commitment: orion/line, daysPerMonth: 8}\n',
    ],
    [
      'ratings.yaml',
      'apiVersion: leadership/v1\nkind: PerformanceCalibration\nmetadata: {name: ratings}\nspec:\n  scale: [{name: low}, {name: high}]\n  distribution: {mode: none}\n',
    ],
  ])

  it('runs nothing again when text moves but says the same', () => {
    const ongoing = new Ongoing(texts)
    ongoing.workspace.replace('plan.yaml', readPolicyFile(`# the plan\n\n${texts.get('plan.yaml')}`))
    ongoing.findings()
    assert.deepEqual(ongoing.runs(), [])
  })

  it('runs again what read the changed policy, in other files too, and nothing else', () => {
    const ongoing = new Ongoing(texts)
    ongoing.workspace.replace(
      'plan.yaml',
      readPolicyFile((texts.get('plan.yaml') ?? '').replace('daysPerMonth: 8', 'daysPerMonth: 5')),
    )
    ongoing.findings()
    const ran = ongoing.runs()
    assert.ok(ran.includes('resources/commitment-unallocated on PartnerAgreement/orion'), ran.join('\n'))
    assert.deepEqual(
      ran.filter((run) => run.includes('PerformanceCalibration')),
      [],
    )
  })

  it('runs what is needed for the file that is asked about, and leaves the others for later', () => {
    const ongoing = new Ongoing(texts)
    const changed = (texts.get('plan.yaml') ?? '').replace('commitment: orion/line', 'initiative: line')
    ongoing.workspace.replace('plan.yaml', readPolicyFile(changed))
    const inPlan = ongoing.findingsIn('plan.yaml')
    const ran = ongoing.runs()
    assert.ok(ran.some((run) => run.endsWith('on ResourceAllocation/plan')))
    assert.deepEqual(
      ran.filter((run) => !run.endsWith('on ResourceAllocation/plan')),
      [],
    )
    assert.deepEqual(
      inPlan,
      fromScratch(new Map([...texts, ['plan.yaml', changed]])).filter(({ place }) => place.file === 'plan.yaml'),
    )
    ongoing.findings()
    assert.ok(ongoing.runs().includes('resources/commitment-unallocated on PartnerAgreement/orion'))
  })

  it('tells the readers of a policy what another file no longer says', () => {
    const ongoing = new Ongoing(texts)
    const unallocated = (): number =>
      ongoing.findings().filter(({ rule }) => rule === 'resources/commitment-unallocated').length
    assert.equal(unallocated(), 0)
    ongoing.workspace.replace(
      'plan.yaml',
      readPolicyFile((texts.get('plan.yaml') ?? '').replace('commitment: orion/line', 'initiative: line')),
    )
    assert.equal(unallocated(), 1)
    assert.deepEqual(
      ongoing.runs().filter((run) => run.includes('PerformanceCalibration')),
      [],
    )
  })
})
