import picomatch from 'picomatch'
import type { Path } from '../language/path.ts'
import type { Position } from '../language/range.ts'
import type { ConfigPlaces } from './config-file.ts'
import type { AssumptionSettings, ConcordConfig, LeastScore, Severity } from './generated/config.ts'
import type { Preset } from './presets.ts'
import type { Waiver } from './waivers.ts'

/** The settings that one file makes for a folder: the configuration there, or something that it extends. */
export interface PlacedConfig {
  /** The folder, with forward slashes and a slash at the end; '' for the folder that all files' names start from. */
  readonly folder: string
  /** The file that makes the settings. */
  readonly file: string
  /** The folder that everything which the file names must lie in. */
  readonly root: string
  readonly places: ConfigPlaces
  /** What is extended comes before, as settings of its own. */
  readonly config: Omit<ConcordConfig, 'extends'>
  /** A preset that the file extends, and where it says so. */
  readonly preset?: { readonly name: Preset; readonly path: Path }
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

/** Where a setting comes from: a part of a file. */
export interface Source {
  readonly file: string
  readonly position: Position
}

/** What holds, and where it comes from. */
export interface Sourced<T> {
  readonly value: T
  readonly source: Source
}

type Matcher = (name: string) => boolean

interface Layer {
  readonly applies: Matcher
  readonly rules: NonNullable<ConcordConfig['rules']>
  /** Where the rules of the layer stand. */
  readonly from: PlacedConfig
  readonly path: Path
}

interface Ignore {
  readonly matches: Matcher
  readonly pattern: string
  readonly from: PlacedConfig
  readonly path: Path
}

/**
 * The configurations of a workspace, outermost first: a nearer one wins over one above it and over what it extends, an override over
 * the settings beside it, a later override over an earlier one. Patterns are relative to the folder of the configuration, also those
 * of what it extends.
 */
export class ConfigChain {
  readonly configs: readonly PlacedConfig[]
  readonly #layers: readonly Layer[]
  readonly #ignores: readonly Ignore[]

  constructor(configs: readonly PlacedConfig[]) {
    this.configs = [...configs].sort((a, b) => a.folder.length - b.folder.length)
    this.#layers = this.configs.flatMap((from) => {
      const { folder, config } = from
      return [
        { applies: (name: string) => name.startsWith(folder), rules: config.rules ?? {}, from, path: ['rules'] },
        ...(config.overrides ?? []).map(({ files, rules }, index) => ({
          applies: matcher(folder, files),
          rules: rules ?? {},
          from,
          path: ['overrides', index, 'rules'],
        })),
      ]
    })
    this.#ignores = this.configs.flatMap((from) =>
      (from.config.ignore ?? []).map((pattern, index) => {
        return { matches: matcher(from.folder, [pattern]), pattern, from, path: ['ignore', index] }
      }),
    )
  }

  /** The preset that the nearest configuration above a file names last. */
  preset(name: string): Preset {
    return this.presetWithSource(name)?.value ?? 'concord:recommended'
  }

  presetWithSource(name: string): Sourced<Preset> | undefined {
    const from = this.configs.findLast(({ folder, preset }) => preset !== undefined && name.startsWith(folder))
    return from?.preset === undefined
      ? undefined
      : { value: from.preset.name, source: sourceOf(from, from.preset.path) }
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
    return this.configs.flatMap(({ folder, file, waivers }) =>
      waivers.map((waiver) => ({
        ...waiver,
        config: file,
        covers: waiver.files === undefined ? (name: string) => name.startsWith(folder) : matcher(folder, waiver.files),
      })),
    )
  }

  /** The same with where each value comes from. */
  ruleWithSources(
    name: string,
    rule: string,
  ): {
    readonly severity: Sourced<Severity> | undefined
    readonly options: Readonly<Record<string, Sourced<number | boolean>>>
  } {
    let severity: Sourced<Severity> | undefined
    const options: Record<string, Sourced<number | boolean>> = {}
    for (const { applies, rules, from, path } of this.#layers) {
      const setting = Object.hasOwn(rules, rule) ? rules[rule] : undefined
      if (setting === undefined || !applies(name)) continue
      const at = [...path, rule]
      if (typeof setting === 'string') severity = { value: setting, source: sourceOf(from, at) }
      else {
        if (setting.severity !== undefined)
          severity = { value: setting.severity, source: sourceOf(from, [...at, 'severity']) }
        for (const [option, value] of Object.entries(setting.options ?? {}))
          options[option] = { value, source: sourceOf(from, [...at, 'options', option]) }
      }
    }
    return { severity, options }
  }

  /** Whether a file, or a folder (with a slash at its end), is left out. */
  ignores(name: string): boolean {
    return this.#ignores.some(({ matches }) => matches(name))
  }

  /** The pattern that leaves a file or folder out, itself or a folder above it. */
  ignoredBy(name: string): Sourced<string> | undefined {
    const names = [name, ...[...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1)).reverse()]
    const found = this.#ignores.find(({ matches }) => names.some(matches))
    return found === undefined ? undefined : { value: found.pattern, source: sourceOf(found.from, found.path) }
  }

  /** The assumptions of all configurations together; a nearer one's win. They hold for the whole workspace. */
  get assumptions(): AssumptionSettings {
    return Object.assign({}, ...this.configs.map(({ config }) => config.assumptions))
  }

  /** The least scores that all configurations together ask for; a nearer one's win. They hold for the whole workspace. */
  get leastScores(): Readonly<Partial<Record<LeastScore['component'] | 'overall', number>>> {
    return Object.fromEntries(
      this.configs.flatMap(({ config: { scorecard = {} } }) => [
        ...(scorecard.failUnder === undefined ? [] : [['overall', scorecard.failUnder]]),
        ...(scorecard.components ?? []).map(({ component, failUnder }) => [component, failUnder]),
      ]),
    )
  }

  /** Where an assumption comes from. */
  assumptionSource(name: keyof AssumptionSettings, ...below: Path): Source | undefined {
    const from = this.configs.findLast(({ config }) => config.assumptions?.[name] !== undefined)
    return from === undefined ? undefined : sourceOf(from, ['assumptions', name, ...below])
  }
}

function sourceOf({ file, places }: PlacedConfig, path: Path): Source {
  return { file, position: places.positionOf(path) }
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
