import type { Checker } from '../checker/checker.ts'
import type { Finding } from '../checker/finding.ts'
import { type SetAside, waivedOf } from '../checker/set-aside.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { Judged } from './tallies.ts'

/** Everything that was judged in a workspace, as a scorecard counts it. */
export function judgedIn(checker: Checker, { entries }: Workspace): Judged {
  return {
    judgements: checker.weighed(),
    ...costing(checker.findings(), checker.setAside()),
    kinds: new Set(entries.map(({ kind }) => kind)),
  }
}

/** What was judged in one file; nothing else is judged for it. */
export function judgedInFile(checker: Checker, workspace: Workspace, file: string): Judged {
  return {
    judgements: checker.weighedIn(file),
    ...costing(checker.findingsIn(file), checker.setAsideIn(file)),
    kinds: new Set(workspace.file(file)?.entries.map(({ kind }) => kind)),
  }
}

/** Several workspaces as one company. */
export function judgedTogether(parts: readonly Judged[]): Judged {
  return {
    judgements: parts.flatMap(({ judgements }) => judgements),
    findings: parts.flatMap(({ findings }) => findings),
    setAside: parts.flatMap(({ setAside }) => setAside),
    kinds: new Set(parts.flatMap(({ kinds }) => [...kinds])),
  }
}

/** What was there when a baseline was written costs points like any other finding. */
function costing(findings: readonly Finding[], setAside: readonly SetAside[]): Pick<Judged, 'findings' | 'setAside'> {
  const old = setAside.filter(({ by }) => by === 'baseline')
  if (old.length === 0) return { findings, setAside: waivedOf(setAside) }
  return { findings: [...findings, ...old.map(({ finding }) => finding)], setAside: waivedOf(setAside) }
}
