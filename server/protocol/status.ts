import type { Counts } from '../reports/report.ts'
import type { Session } from './session.ts'

const severities = ['error', 'warning', 'info'] as const

/** What `concord/didCheck` says. */
export interface Status {
  /** Folders that are checked. */
  readonly folders: number
  /** Files with policies. */
  readonly files: number
  readonly policies: number
  readonly counts: Counts
  /** Findings that the baseline holds back. */
  readonly inBaseline: number
  readonly configProblems: number
  /** Another number whenever something was judged anew, or there is another commit to compare with: time to ask again for what is shown. */
  readonly state: number
  /** False while the policies are read and judged for the first time. */
  readonly ready: boolean
}

export function statusOf({ companies, configs, folders, judgings, wasJudged }: Session): Status {
  const counts = { error: 0, warning: 0, info: 0 }
  let files = 0
  let policies = 0
  let inBaseline = 0
  for (const company of companies) {
    for (const { name, entries } of company.workspace.files) {
      if (!company.shows(name)) continue
      files++
      policies += entries.length
    }
    inBaseline += company.inBaseline
    for (const severity of severities) counts[severity] += company.counts[severity]
  }
  const configProblems = [...configs.problems().values()].reduce((sum, problems) => sum + problems.length, 0)
  return {
    folders: folders.filter(({ on }) => on).length,
    files,
    policies,
    counts,
    inBaseline,
    configProblems,
    state: judgings,
    ready: wasJudged,
  }
}
