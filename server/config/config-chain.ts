import picomatch from 'picomatch'
import { configFileName } from './config-file.ts'
import type { AssumptionSettings, ConcordConfig, LeastScore, Severity } from './generated/config.ts'
import type { Waiver } from './waivers.ts'

/** A configuration with the folder that it stands in. */
export interface PlacedConfig {
  /** The folder, with forward slashes and a slash at the end; '' for the folder that all files' names start from. */
  readonly folder: string
  readonly config: ConcordConfig
  readonly waivers: readonly Waiver[]
}

/** A waiver together with the configuration that it stands in. */
export interface PlacedWaiver extends Waiver {
  /** The configuration's file. */
  readonly config: string
  /** Whether it may be about what a file holds. */
  covers(file: string): boolean
}

/** What holds for one rule in one file, when all configurations above the file have been read. */
export interface RuleConfiguration {
  readonly severity: Severity | undefined
  readonly options: Readonly<Record<string, number | boolean>>
}

export type Preset = NonNullable<ConcordConfig['extends']>

type Matcher = (name: string) => boolean

interface Layer {
  readonly applies: Matcher
  readonly rules: NonNullable<ConcordConfig['rules']>
}

/**
 * The configurations of a workspace, outermost first: a nearer one wins over one above it, an override over the settings beside it,
 * a later override over an earlier one. Patterns are relative to the folder of the configuration that holds them.
 */
export class ConfigChain {
  readonly #configs: readonly PlacedConfig[]
  readonly #layers: readonly Layer[]
  readonly #ignored: readonly Matcher[]

  constructor(configs: readonly PlacedConfig[]) {
    this.#configs = [...configs].sort((a, b) => a.folder.length - b.folder.length)
    this.#layers = this.#configs.flatMap(({ folder, config }) => [
      { applies: (name: string) => name.startsWith(folder), rules: config.rules ?? {} },
      ...(config.overrides ?? []).map(({ files, rules }) => ({ applies: matcher(folder, files), rules: rules ?? {} })),
    ])
    this.#ignored = this.#configs.flatMap(({ folder, config }) =>
      config.ignore === undefined ? [] : [matcher(folder, config.ignore)],
    )
  }

  /** The preset that the nearest configuration above a file names. */
  preset(name: string): Preset {
    const named = this.#configs.filter(({ folder, config }) => name.startsWith(folder) && config.extends !== undefined)
    return named.at(-1)?.config.extends ?? 'concord:recommended'
  }

  rule(name: string, rule: string): RuleConfiguration {
    let severity: Severity | undefined
    let options: RuleConfiguration['options'] = {}
    for (const { applies, rules } of this.#layers) {
      const setting = Object.hasOwn(rules, rule) ? rules[rule] : undefined
      if (setting === undefined || !applies(name)) continue
      if (typeof setting === 'string') severity = setting
      else {
        severity = setting.severity ?? severity
        options = { ...options, ...setting.options }
      }
    }
    return { severity, options }
  }

  /** The waivers of all configurations, in their order. */
  get waivers(): readonly PlacedWaiver[] {
    return this.#configs.flatMap(({ folder, waivers }) =>
      waivers.map((waiver) => ({
        ...waiver,
        config: folder + configFileName,
        covers: waiver.files === undefined ? (name: string) => name.startsWith(folder) : matcher(folder, waiver.files),
      })),
    )
  }

  /** Whether a file, or a folder (with a slash at its end), is left out. */
  ignores(name: string): boolean {
    return this.#ignored.some((matches) => matches(name))
  }

  /** The assumptions of all configurations together; a nearer one's win. They hold for the whole workspace. */
  get assumptions(): AssumptionSettings {
    return Object.assign({}, ...this.#configs.map(({ config }) => config.assumptions))
  }

  /** The least scores that all configurations together ask for; a nearer one's win. They hold for the whole workspace. */
  get leastScores(): Readonly<Partial<Record<LeastScore['component'] | 'overall', number>>> {
    return Object.fromEntries(
      this.#configs.flatMap(({ config: { scorecard = {} } }) => [
        ...(scorecard.failUnder === undefined ? [] : [['overall', scorecard.failUnder]]),
        ...(scorecard.components ?? []).map(({ component, failUnder }) => [component, failUnder]),
      ]),
    )
  }
}

/** Matches names below a folder: a pattern names files, or a folder with everything in it; one without a slash counts at any depth. */
function matcher(folder: string, patterns: readonly string[]): Matcher {
  const whole = patterns.flatMap((pattern) => {
    const bare = pattern.replace(/^\.?\//, '').replace(/\/$/, '')
    const deep = pattern.replace(/\/$/, '').includes('/') ? bare : `**/${bare}`
    return [deep, `${deep}/**`]
  })
  const matches = picomatch(whole, { dot: true })
  return (name) => name.startsWith(folder) && matches(name.slice(folder.length).replace(/\/$/, ''))
}
