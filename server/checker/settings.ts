import type { AssumptionValues, ExchangeRate } from '../rules/assumptions.ts'
import type { Rule, Severity } from '../rules/rule.ts'

/** What the configuration says for one file. */
export interface FileSettings {
  /** A rule's severity where it is set: `off`, or another than its own; undefined leaves the rule's own. */
  severity(rule: Rule): Severity | 'off' | undefined
  options(rule: Rule): Readonly<Record<string, number | boolean>>
}

/** What a check needs beside the policies; configuration makes it, and tests write it by hand. */
export interface Settings {
  forFile(file: string): FileSettings
  readonly assumptions: Partial<AssumptionValues>
  readonly exchangeRates: readonly ExchangeRate[]
}

const ownSeverities: FileSettings = { severity: () => undefined, options: () => ({}) }

/** Every rule at its own severity, with its own defaults. */
export const defaultSettings: Settings = { forFile: () => ownSeverities, assumptions: {}, exchangeRates: [] }
