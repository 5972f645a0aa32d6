import { type FilePlace, type Finding, type FindingFix, messageOf } from '../checker/finding.ts'
import { type Waived, waivedOf } from '../checker/set-aside.ts'
import { pathText } from '../language/path.ts'
import type { Position } from '../language/range.ts'
import { evidence } from '../rules/evidence.ts'
import { componentOf, type Rule, type Severity } from '../rules/rule.ts'
import type { Checked } from './report.ts'

const schema = 'https://raw.githubusercontent.com/oasis-tcs/sarif-spec/main/sarif-2.1/schema/sarif-schema-2.1.0.json'

/** Places are keys and plain values; only a very long value is left out. */
const longestSnippet = 1000

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** The report as SARIF 2.1.0, for code scanning: rules with help, relative addresses, fingerprints that outlive moves, fixes. */
export function sarifReport(checked: Checked): Json {
  const waived = waivedOf(checked.setAside)
  const found = new Set([...checked.findings, ...waived.map(({ finding }) => finding)].map(({ rule }) => rule))
  const used = checked.rules.filter(({ id }) => found.has(id))
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Concord',
            version: checked.toolVersion,
            semanticVersion: checked.toolVersion,
            rules: used.map(sarifRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that Concord was run in.' } } },
        ...failures(checked),
        automationDetails: { id: 'concord/check/' },
        results: [
          ...checked.findings.map((finding) => sarifResult(finding, used, checked)),
          ...waived.map((each) => ({ ...sarifResult(each.finding, used, checked), suppressions: [suppression(each)] })),
        ],
      },
    ],
  }
}

/** What could not be used or judged, so that a log without results is not taken for a clean one. */
function failures({ unusable, findings, nameOf }: Checked): { readonly [key: string]: Json } {
  if (unusable.length === 0 && !findings.some(({ internal }) => internal)) return {}
  const toolConfigurationNotifications = unusable.map(({ path, line, column, message }) => ({
    level: 'error',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: address(nameOf(path)),
          ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
        },
      },
    ],
  }))
  return { invocations: [{ executionSuccessful: false, toolConfigurationNotifications }] }
}

function suppression({ by, owner, reason, until }: Waived): Json {
  const kind = by === 'comment' ? 'inSource' : 'external'
  const properties = owner === undefined ? { until } : { until, owner }
  return { kind, status: 'accepted', justification: reason, properties }
}

function sarifRule(rule: Rule): Json {
  const sources = rule.evidence.map((code) => `- ${evidence[code].citation}`)
  const help = [rule.finds, rule.why, rule.certainty, rule.against ?? '', rule.fixing].filter((part) => part !== '')
  return {
    id: rule.id,
    name: rule.id.split(/[/-]/).map(capitalised).join(''),
    shortDescription: { text: sentence(rule.title) },
    fullDescription: { text: `${rule.finds} ${rule.why}` },
    help: {
      text: help.join('\n\n'),
      markdown: [...help, ...(sources.length === 0 ? [] : ['**Sources**', sources.join('\n')])].join('\n\n'),
    },
    defaultConfiguration: {
      level: levels[typeof rule.severity === 'string' ? rule.severity : rule.severity.undeclared],
    },
    properties: { tags: [componentOf(rule.id)] },
  }
}

function sarifResult(finding: Finding, rules: readonly Rule[], checked: Checked): { readonly [key: string]: Json } {
  const fixes = finding.fixes.flatMap((fix) => sarifFix(fix, checked) ?? [])
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [
      {
        physicalLocation: physical(finding.place, checked),
        logicalLocations: [
          {
            fullyQualifiedName: `${finding.policy.kind ?? 'policy'}/${finding.policy.name}#${pathText(finding.path)}`,
            kind: 'member',
          },
        ],
      },
    ],
    ...(finding.related.length === 0
      ? {}
      : {
          relatedLocations: finding.related.map((place, index) => ({
            id: index + 1,
            physicalLocation: physical(place, checked),
            message: { text: place.message },
          })),
        }),
    partialFingerprints: { 'concord/v1': finding.fingerprint },
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(finding.figures.length === 0
      ? {}
      : {
          properties: {
            figures: finding.figures.map(({ name, title, value, unit, currency }) => ({
              name,
              title,
              value,
              unit,
              ...(currency === undefined ? {} : { currency }),
            })),
          },
        }),
  }
}

function sarifFix(fix: FindingFix, checked: Checked): Json | undefined {
  const byFile = checked.editsOf(fix)
  if (byFile === undefined) return undefined
  return {
    description: { text: sentence(fix.title) },
    artifactChanges: [...byFile].map(([file, edits]) => {
      const at = (offset: number): Position => checked.linesOf(file)?.position(offset) ?? { line: 0, column: offset }
      return {
        artifactLocation: address(checked.nameOf(file)),
        replacements: edits.map(({ range, text }) => ({
          deletedRegion: regionOf({ start: at(range.start), end: at(range.end) }),
          insertedContent: { text },
        })),
      }
    }),
  }
}

function physical(place: FilePlace, { nameOf, textOf }: Checked): Json {
  const text = textOf(place.file)?.slice(place.range.start, place.range.end) ?? ''
  const snippet = text === '' || text.length > longestSnippet ? {} : { snippet: { text } }
  return { artifactLocation: address(nameOf(place.file)), region: { ...regionOf(place), ...snippet } }
}

function address(name: string): Json {
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' }
}

function regionOf({ start, end }: Pick<FilePlace, 'start' | 'end'>): { readonly [key: string]: Json } {
  return { startLine: start.line + 1, startColumn: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 }
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
