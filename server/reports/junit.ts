import { type Finding, messageOf } from '../checker/finding.ts'
import { type Waived, waivedOf } from '../checker/set-aside.ts'
import { pathText } from '../language/path.ts'
import type { Severity } from '../rules/rule.ts'
import { inputPlace, policyText, setAsideText, shownPlace } from './places.ts'
import { type Checked, reaches } from './report.ts'
import { element, type XmlElement, xmlDocument } from './xml.ts'

/**
 * The report as JUnit results: a suite for each file, a case for each finding. What is at or over the threshold has failed, what is
 * below it has passed and says what it is, what is set aside was skipped; a file without any of them is one case that has passed.
 */
export function junitReport(checked: Checked, failOn: Severity): string {
  const { nameOf } = checked
  const suites = new Map<string, TestCase[]>(checked.fileNames.map((file) => [nameOf(file), []]))
  const add = (suite: string, found: TestCase): unknown => suites.set(suite, [...(suites.get(suite) ?? []), found])
  for (const finding of checked.findings) add(nameOf(finding.place.file), caseOf(finding, checked, failOn))
  for (const waived of waivedOf(checked.setAside)) add(nameOf(waived.finding.place.file), skipped(waived))
  for (const input of checked.unusable)
    add(nameOf(input.path), {
      name: 'can be read',
      outcome: 'error',
      content: [element('error', { message: input.message, type: 'input' }, inputPlace(input, checked))],
    })
  const made = [...suites].map(([file, cases]) => suiteOf(file, cases))
  const sum = (key: 'tests' | 'failures' | 'errors'): number => made.reduce((total, suite) => total + suite[key], 0)
  const totals = { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') }
  return xmlDocument(
    element(
      'testsuites',
      { name: 'Concord', ...totals },
      made.map(({ xml }) => xml),
    ),
  )
}

interface TestCase {
  readonly name: string
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped'
  readonly content: readonly XmlElement[]
}

function caseOf(finding: Finding, checked: Checked, failOn: Severity): TestCase {
  const name = caseName(finding)
  const { severity, text, rule, internal } = finding
  const told = `${shownPlace(finding.place, checked)}\n${severity} ${rule}\n${messageOf(finding)}`
  if (internal)
    return { name, outcome: 'error', content: [element('error', { message: text.what, type: 'internal' }, told)] }
  if (reaches(severity, failOn))
    return { name, outcome: 'failure', content: [element('failure', { message: text.what, type: severity }, told)] }
  return { name, outcome: 'passed', content: [element('system-out', {}, told)] }
}

function skipped(waived: Waived): TestCase {
  const content = [element('skipped', { message: setAsideText(waived) })]
  return { name: caseName(waived.finding), outcome: 'skipped', content }
}

function caseName({ rule, policy, path }: Finding): string {
  const at = pathText(path)
  return `${rule}: ${policyText(policy)}${at === '' ? '' : ` ${at}`}`
}

interface Suite {
  readonly xml: XmlElement
  readonly tests: number
  readonly failures: number
  readonly errors: number
}

function suiteOf(file: string, found: readonly TestCase[]): Suite {
  const cases: readonly TestCase[] =
    found.length > 0 ? found : [{ name: 'no barriers', outcome: 'passed', content: [] }]
  const count = (outcome: TestCase['outcome']): number => cases.filter((each) => each.outcome === outcome).length
  const counts = { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') }
  const seen = new Map<string, number>()
  const classname = classOf(file)
  const children = cases.map(({ name, content }) => {
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return element('testcase', { name: nth === 1 ? name : `${name} (${nth})`, classname }, content)
  })
  return { xml: element('testsuite', { name: file, ...counts, file }, children), ...counts }
}

/** Consumers take what stands before the last point for a package: `pay/bonus.yaml` is `pay.bonus`. */
function classOf(file: string): string {
  const steps = file.replace(/\.[^./]*$/, '').split('/')
  return steps.map((step) => step.replaceAll('.', '_')).join('.') || 'concord'
}
