import { configuredSettings } from '../checker/configured.ts'
import type { ConfigChain, Source } from '../config/config-chain.ts'
import type { PolicyFolder } from '../hosts/policy-folders.ts'
import { type AssumptionName, assumptionDefaults } from '../rules/assumptions.ts'
import type { Rule } from '../rules/rule.ts'
import { severityText } from './rules.ts'

/** A value with where it comes from; without a source it is the default. */
export interface Explained<T> {
  readonly value: T
  readonly source: Source | undefined
}

export interface ExplainedRule {
  readonly id: string
  /** Undefined where it depends on the interdependence of the work. */
  readonly severity: Explained<string>
  readonly defaultSeverity: string
  readonly options: readonly (Explained<number | boolean> & {
    readonly name: string
    readonly default: number | boolean
  })[]
  /** Whether anything differs from how the rule comes. */
  readonly differs: boolean
}

/** What holds for one file or folder. */
export interface ExplainedConfig {
  /** The folder with `root: true`. */
  readonly root: string | undefined
  /** The files that make the settings, in the order in which they count, a later one over an earlier one. */
  readonly files: readonly string[]
  readonly ignoredBy: Explained<string> | undefined
  readonly preset: Explained<string>
  readonly rules: readonly ExplainedRule[]
  readonly assumptions: readonly (Explained<number> & { readonly name: string })[]
  readonly exchangeRates: readonly (Explained<number> & { readonly from: string; readonly to: string })[]
}

/** Says what configurations make of a file (or a folder, with a slash at its end). */
export function explainedConfig(name: string, { chain, root }: PolicyFolder, rules: readonly Rule[]): ExplainedConfig {
  const preset = chain.presetWithSource(name)
  const { assumptions } = chain
  return {
    root,
    files: [...new Set(chain.configs.filter(({ folder }) => name.startsWith(folder)).map(({ file }) => file))],
    ignoredBy: chain.ignoredBy(name),
    preset: preset ?? { value: chain.preset(name), source: undefined },
    rules: rules.map((rule) => explainedRule(name, chain, rule)),
    assumptions: Object.entries(assumptionDefaults).map(([assumption, value]) => {
      // The defaults' own names.
      const key = assumption as AssumptionName
      return { name: key, value: assumptions[key] ?? value, source: chain.assumptionSource(key) }
    }),
    exchangeRates: (assumptions.exchangeRates ?? []).map(({ from, to, rate }, index) => {
      return { from, to, value: rate, source: chain.assumptionSource('exchangeRates', index) }
    }),
  }
}

function explainedRule(name: string, chain: ConfigChain, rule: Rule): ExplainedRule {
  const said = chain.ruleWithSources(name, rule.id)
  const byPreset = configuredSettings(chain).forFile(name).severity(rule)
  const own = severityText(rule)
  const value = said.severity?.value ?? byPreset ?? own
  const fromPreset = byPreset === undefined ? undefined : chain.presetWithSource(name)?.source
  const options = Object.entries(rule.options).map(([option, { default: otherwise }]) => {
    const set = said.options[option]
    return { name: option, value: set?.value ?? otherwise, default: otherwise, source: set?.source }
  })
  const defaultSeverity = rule.offByDefault === true ? 'off' : own
  return {
    id: rule.id,
    severity: { value, source: said.severity?.source ?? fromPreset },
    defaultSeverity,
    options,
    differs: value !== defaultSeverity || options.some(({ value, default: otherwise }) => value !== otherwise),
  }
}
