import type { Range } from 'vscode-languageserver'
import { type Finding, messageOf } from '../checker/finding.ts'
import { grouped } from '../language/grouped.ts'
import { type Counts, countsOf } from '../reports/report.ts'
import { componentOf, components, type Severity } from '../rules/rule.ts'
import type { LoadedCompany } from './loaded-company.ts'
import type { Places } from './places.ts'
import type { Session } from './session.ts'

/** What `concord/barriers` answers: every finding, by component and policy. */
export interface Barriers {
  readonly components: readonly ComponentBarriers[]
  readonly counts: Counts
}

interface ComponentBarriers {
  readonly component: string
  readonly counts: Counts
  /** In the order of files and places. */
  readonly policies: readonly PolicyBarriers[]
}

interface Place {
  readonly uri: string
  readonly range: Range
}

interface PolicyBarriers extends Place {
  readonly kind: string | null
  readonly name: string
  readonly counts: Counts
  readonly barriers: readonly Barrier[]
}

interface Barrier extends Place {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly message: string
  readonly fingerprint: string
}

interface Found {
  readonly company: LoadedCompany
  readonly finding: Finding
}

/** Of all files, or of one. */
export function barriers(session: Session, places: Places, only?: string): Barriers {
  const found: Found[] = []
  for (const company of session.companies) {
    const lists = only === undefined ? [...company.findings.values()] : [company.findingsIn(only) ?? []]
    for (const finding of lists.flat()) found.push({ company, finding })
  }
  const byComponent = grouped(found, ({ finding }) => componentOf(finding.rule))
  return {
    counts: countsOf(found.map(({ finding }) => finding)),
    components: [...components, 'language'].flatMap((component) => {
      const own = byComponent.get(component)
      if (own === undefined) return []
      const byPolicy = grouped(own, ({ finding: { place, policy } }) => `${place.file}\n${policy.kind}\n${policy.name}`)
      const policies = [...byPolicy.values()].map((of) => policyBarriers(of, places))
      return [{ component, counts: countsOf(own.map(({ finding }) => finding)), policies }]
    }),
  }
}

function policyBarriers(found: readonly [Found, ...Found[]], places: Places): PolicyBarriers {
  const [{ company, finding }] = found
  const { file } = finding.place
  const { kind, name } = finding.policy
  const entry = company.workspace.file(file)?.entries.find((entry) => entry.kind === kind && entry.name === name)
  const named = entry?.document.tree.find(['metadata', 'name'])
  const range = named?.complete ? entry?.document.tree.value(named.node).used : undefined
  return {
    kind: kind ?? null,
    name,
    ...places.location({ file, range: range ?? finding.place.range }),
    counts: countsOf(found.map(({ finding }) => finding)),
    barriers: found.map(({ finding }) => ({
      rule: finding.rule,
      title: company.rules.find(({ id }) => id === finding.rule)?.title ?? finding.rule,
      severity: finding.severity,
      message: messageOf(finding),
      ...places.location(finding.place),
      fingerprint: finding.fingerprint,
    })),
  }
}
