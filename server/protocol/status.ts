import type { Counts } from '../reports/report.ts'
import type { Session } from './session.ts'

/** What `concord/didCheck` says. */
export interface Status {
  /** Folders that are checked. */
  readonly folders: number
  /** Files with policies. */
  readonly files: number
  readonly policies: number
  readonly counts: Counts
  readonly configProblems: number
  /** False while the policies are read for the first time. */
  readonly ready: boolean
}

export function statusOf({ companies, configs, folders, wasSettled }: Session): Status {
  const counts = { error: 0, warning: 0, info: 0 }
  let files = 0
  let policies = 0
  for (const company of companies) {
    for (const { name, entries } of company.workspace.files) {
      if (!company.shows(name)) continue
      files++
      policies += entries.length
    }
    if (company.judged)
      for (const found of company.findings.values()) for (const { severity } of found) counts[severity]++
  }
  const configProblems = [...configs.problems().values()].reduce((sum, problems) => sum + problems.length, 0)
  return { folders: folders.filter(({ on }) => on).length, files, policies, counts, configProblems, ready: wasSettled }
}
