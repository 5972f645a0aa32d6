import type { ConfigChain } from '../config/config-chain.ts'
import type { Preset } from '../config/presets.ts'
import type { Rule, Severity } from '../rules/rule.ts'
import { severityOf } from './findings.ts'
import type { FileSettings, Settings } from './settings.ts'

/** The settings that a workspace's configurations make for the checker. */
export function configuredSettings(chain: ConfigChain): Settings {
  const known = new Map<string, FileSettings>()
  const { exchangeRates, ...assumptions } = chain.assumptions
  return {
    forFile(file) {
      const settings = known.get(file) ?? fileSettings(chain, file)
      known.set(file, settings)
      return settings
    },
    assumptions,
    exchangeRates: exchangeRates ?? [],
  }
}

function fileSettings(chain: ConfigChain, file: string): FileSettings {
  const preset = chain.preset(file)
  return {
    severity: (rule) => chain.rule(file, rule.id).severity ?? presetSeverity(preset, rule),
    options: (rule) => chain.rule(file, rule.id).options,
  }
}

/** Rules that are off by default run only with `concord:all`; `concord:strict` counts everything one step more severe, by the rule's severity where nothing is declared. */
function presetSeverity(preset: Preset, rule: Rule): Severity | 'off' | undefined {
  if (rule.offByDefault === true && preset !== 'concord:all') return 'off'
  if (preset !== 'concord:strict') return undefined
  return severityOf(rule, { degree: undefined, from: 'nowhere' }) === 'info' ? 'warning' : 'error'
}
