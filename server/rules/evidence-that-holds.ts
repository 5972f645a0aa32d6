import type { Workspace } from '../workspace/workspace.ts'
import { type EvidenceCode, evidence, type Law } from './evidence.ts'

/** A provision of law, if it binds this company today: regulated so by its leadership system, and within the provision's dates. */
export function evidenceThatHolds(code: EvidenceCode, workspace: Workspace): Law | undefined {
  const source: { readonly law?: Law } = evidence[code]
  const { law } = source
  if (law === undefined) return undefined
  const regulated = workspace
    .all('LeadershipSystem')
    .some(({ spec }) => spec.regulatedAs?.includes(law.appliesTo) === true)
  const begun = law.from === undefined || law.from <= workspace.today
  const ended = law.to !== undefined && law.to < workspace.today
  return regulated && begun && !ended ? law : undefined
}
