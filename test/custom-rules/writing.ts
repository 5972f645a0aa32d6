import assert from 'node:assert/strict'
import * as cel from '@marcbachmann/cel-js'
import { Checker } from '../../server/checker/checker.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { readCustomRules } from '../../server/config/custom-rule-file.ts'
import { type CompiledRules, compiledRules } from '../../server/custom-rules/compiled-rules.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

/** A rule about agreements, with these lines instead of the usual ones. */
export function ruleText(lines: Readonly<Record<string, string>>): string {
  const usual = {
    id: 'custom/leaders/tried',
    title: 'Tried',
    kind: 'PartnerAgreement',
    severity: 'warning',
    passes: 'today == ""',
    what: 'It does not pass.',
    why: 'It hurts.',
    change: 'Change it.',
  }
  const written = Object.entries({ ...usual, ...lines }).map(([key, value]) => `    ${key}: ${value}\n`)
  return `rules:\n  -\n${written.join('')}`
}

/** What is made of the text of a rule file. */
export function compiledText(text: string): CompiledRules {
  const read = readCustomRules('/rules.yaml', text)
  assert.ok('rules' in read, JSON.stringify(read))
  return compiledRules(read.rules, () => cel)
}

/** The problems of one rule: what each points at, and what it says. */
export function problemsIn(lines: Readonly<Record<string, string>>): readonly string[] {
  const text = ruleText(lines)
  return compiledText(text).problems.map(({ range, message }) => `${text.slice(range.start, range.end)} | ${message}`)
}

export const agreement = [
  'apiVersion: leadership/v1',
  'kind: PartnerAgreement',
  'metadata: { name: corvus }',
  'spec:',
  '  partner: { name: corvus }',
  '  type: co-sell',
  '  commitments:',
  '    - { name: engineers, resource: people, fte: 8, from: 2027-01-01 }',
  '    - { name: testers, resource: people, fte: 2 }',
  '',
].join('\n')

function checkerFor(lines: Readonly<Record<string, string>>, workspace: Workspace): Checker {
  const { rules, problems } = compiledText(ruleText(lines))
  assert.deepEqual(
    problems.map(({ message }) => message),
    [],
  )
  return new Checker(workspace, rules, defaultSettings)
}

/** What one rule says of a few policies. */
export function judged(lines: Readonly<Record<string, string>>, text = agreement) {
  const workspace = new Workspace('2027-01-15')
  workspace.replace('/a.yaml', readPolicyFile(text))
  const checker = checkerFor(lines, workspace)
  return { findings: checker.findings(), passed: checker.judgements.reduce((sum, { passed }) => sum + passed, 0) }
}
