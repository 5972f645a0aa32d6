import type { ExemptionState, StatedExemption } from '../checker/exemption.ts'
import type { Paint } from './paint.ts'
import { visible } from './visible.ts'
import { wrapped } from './wrap.ts'

/** The version of the JSON; schemas/concord-waivers.schema.json describes it. */
const waiversVersion = 1

/** What lets findings stay for a time, wherever it stands. */
export interface ListedExemptions {
  readonly exemptions: readonly StatedExemption[]
  readonly today: string
  readonly toolVersion: string
  nameOf(file: string): string
}

/** What needs somebody's attention comes first. */
const states: readonly ExemptionState[] = ['malformed', 'expired', 'expiring', 'unused', 'unknown', 'in force']

const titles: Readonly<Record<ExemptionState, string>> = {
  malformed: 'Malformed: they set nothing aside',
  expired: 'Expired: their findings are back',
  expiring: 'Ending soon',
  unused: 'Unused: there is nothing to set aside',
  unknown: 'Not known: the rule is off, or the policy cannot be judged',
  'in force': 'In force',
}

/** The list as people read it, by what has become of each. */
export function waiversText({ exemptions, nameOf }: ListedExemptions, paint: Paint, width: number): string {
  if (exemptions.length === 0) return 'No findings are set aside by comments or waivers.\n'
  const groups = states.flatMap((state) => {
    const own = inOrder(exemptions, nameOf).filter((each) => each.state === state)
    if (own.length === 0) return []
    return [[paint.bold(titles[state]), ...own.map((each) => exemptionText(each, nameOf, paint, width))].join('\n')]
  })
  const counts = states.flatMap((state) => {
    const { length } = exemptions.filter((each) => each.state === state)
    return length === 0 ? [] : [`${length} ${state}`]
  })
  return `${[...groups, counts.join(', ')].join('\n\n')}\n`
}

function exemptionText(
  { by, rule, owner, reason, until, fault, place, policy, files, findings }: StatedExemption,
  nameOf: (file: string) => string,
  paint: Paint,
  width: number,
): string {
  const about = policy ?? (files === undefined ? '' : files.join(', '))
  const count = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  const who = by === 'comment' ? 'a comment' : `a waiver of ${owner ?? ''}`
  const head = `  ${rule === '' ? '(no rule)' : visible(rule)}  ${paint.dim(`${visible(nameOf(place.file))}:${place.start.line + 1}:${place.start.column + 1}`)}`
  const days = until === '' ? '' : `until ${until}, `
  const lines = [`${days}by ${who}, about ${count}${about === '' ? '' : ` in ${about}`}`, reason, fault ?? '']
  const told = lines.filter((line) => line !== '').map((line) => wrapped(visible(line), width, '    '))
  return [head, ...told].join('\n')
}

/** The list as other programs read it. Lines and columns count from 1. */
export function waiversJson({ exemptions, today, toolVersion, nameOf }: ListedExemptions): object {
  return {
    version: waiversVersion,
    tool: { name: 'concord', version: toolVersion },
    today,
    waivers: inOrder(exemptions, nameOf).map(
      ({ by, state, rule, owner, reason, until, fault, place, policy, files, findings }) => ({
        by,
        state,
        rule,
        policy: policy ?? null,
        files: files ?? null,
        owner: owner ?? null,
        reason,
        until,
        fault: fault ?? null,
        file: nameOf(place.file),
        line: place.start.line + 1,
        column: place.start.column + 1,
        findings: findings.map(({ fingerprint }) => fingerprint),
      }),
    ),
  }
}

/** By the day on which they end, the next first; those of one day by their places. */
function inOrder(exemptions: readonly StatedExemption[], nameOf: (file: string) => string): readonly StatedExemption[] {
  const key = ({ until, place }: StatedExemption): string => `${until} ${nameOf(place.file)}`
  return exemptions.toSorted(
    (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) || a.place.range.start - b.place.range.start,
  )
}
