import type { PlacedWaiver } from '../config/config-chain.ts'
import type { Path } from '../language/path.ts'
import type { PolicyDocument } from '../language/policy-file.ts'
import type { Rule } from '../rules/rule.ts'
import type { Workspace, WorkspaceFile } from '../workspace/workspace.ts'
import { type Exemption, exemptionProblem, type StatedExemption, stateOf } from './exemption.ts'
import type { Finding } from './finding.ts'
import { severityOf } from './findings.ts'
import { fingerprint } from './fingerprint.ts'
import { noticeDays } from './notice-days.ts'
import type { Settings } from './settings.ts'

/** A waiver as an exemption. */
export interface WaiverExemption extends Exemption {
  readonly waiver: PlacedWaiver
}

/** One for each waiver, made once, so that what is found about it in different files comes together. */
export function waiverExemption(waiver: PlacedWaiver): WaiverExemption {
  const { rule, owner, reason, until, policy } = waiver
  return {
    by: 'waiver',
    rule,
    owner,
    reason,
    until,
    fault: undefined,
    waiver,
    isAbout: ({ rule: found, policy: { kind, name } }) =>
      rule === found && (policy === undefined || policy === `${kind}/${name}`),
  }
}

/** What is known of the files of a workspace when every policy is judged. */
export interface Judged {
  readonly workspace: Workspace
  readonly settings: Settings
  readonly rules: ReadonlyMap<string, Rule>
  /** The findings in a file that are shown. */
  findingsIn(file: string): readonly Finding[]
}

/** What has become of a waiver, given the findings that it is about in all files. */
export function statedWaiver(
  { waiver, isAbout: _, ...exemption }: WaiverExemption,
  findings: readonly Finding[],
  judged: Judged,
): StatedExemption {
  const { by, rule, owner, reason, until, fault } = exemption
  const { config, policy, files, rulePlace, untilPlace } = waiver
  const days = noticeDays(judged.settings.forFile(config), judged.rules)
  const context = { today: judged.workspace.today, noticeDays: days }
  const state = stateOf(exemption, findings.length > 0, () => isSilent(waiver, judged), context)
  const { range, start, end } = state === 'expired' || state === 'expiring' ? untilPlace : rulePlace
  return {
    ...{ by, rule, owner, reason, until, fault, state, policy, files, findings },
    place: { file: config, range, start, end },
  }
}

/** What is wrong with a waiver, as a finding in its configuration; undefined when nothing is, or nobody wants to know. */
export function waiverFinding(
  stated: StatedExemption,
  path: Path,
  { settings, rules, workspace }: Judged,
): Finding | undefined {
  const problem = exemptionProblem(stated, stated.state, workspace.today)
  const rule = problem === undefined ? undefined : rules.get(problem.rule)
  if (problem === undefined || rule === undefined) return undefined
  const configured = settings.forFile(stated.place.file).severity(rule)
  if (configured === 'off') return undefined
  const identity = [stated.rule, stated.policy ?? '', ...(stated.files ?? [])].join(' ')
  return {
    rule: rule.id,
    severity: configured ?? severityOf(rule, { degree: undefined, from: 'nowhere' }),
    text: { what: problem.message, why: '', howMuch: '', change: '', note: '' },
    place: stated.place,
    related: [],
    figures: [],
    fixes: [],
    policy: { kind: undefined, name: '' },
    path,
    fingerprint: fingerprint({
      rule: rule.id,
      kind: undefined,
      policy: '',
      path: [],
      document: undefined,
      identity,
    }),
    internal: false,
  }
}

/** Whether everything that the waiver could be about was judged by its rule, so that it finding nothing means something. */
function isSilent(waiver: PlacedWaiver, { workspace, settings, rules, findingsIn }: Judged): boolean {
  const rule = rules.get(waiver.rule)
  let [isOn, isOff] = [false, false]
  for (const file of workspace.files) {
    if (!waiver.covers(file.name)) continue
    for (const document of file.content.documents) {
      if (!mayBeAbout(waiver, document)) continue
      if (!isWhole(document, file, workspace)) return false
      if (rule === undefined || settings.forFile(file.name).severity(rule) === 'off') isOff = true
      else if (findingsIn(file.name).some((found) => found.internal && found.rule === waiver.rule)) return false
      else isOn = true
    }
  }
  return isOn || !isOff
}

/** Nobody knows what a document is about that does not say what it is called. */
function mayBeAbout({ policy }: PlacedWaiver, { kind, name }: PolicyDocument): boolean {
  return policy === undefined || kind === undefined || name === '' || policy === `${kind}/${name}`
}

/** A policy that is not read whole is not judged whole. */
export function isWhole(document: PolicyDocument, { entries }: WorkspaceFile, workspace: Workspace): boolean {
  const entry = entries.find((entry) => entry.document === document)
  const isRead = document.problems.every(({ rule }) => rule === 'language/person-named')
  return isRead && entry !== undefined && workspace.policyOf(entry) !== undefined
}
