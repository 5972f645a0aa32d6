import { usualResultSpread } from '../models/cross-payoff.ts'
import { reliabilityOfOneRater } from '../models/rater-noise.ts'
import { query, type Workspace } from '../workspace/workspace.ts'
import type { Assumption } from './figure.ts'

/** How many units of `to` one unit of `from` buys. */
export interface ExchangeRate {
  readonly from: string
  readonly to: string
  readonly rate: number
}

/** What the models assume where no policy says it. Configuration wins over the leadership system, and that over the defaults. */
export interface AssumptionValues {
  /** Percent of people whose performance is truly low. */
  readonly lowPerformers: number
  /** Correlation between two raters of the same person, 0–1. */
  readonly interRaterReliability: number
  /** Standard deviation of a person's result relative to target. */
  readonly resultsSpread: number
  readonly workingDaysPerMonth: number
}

export type AssumptionName = keyof AssumptionValues

/** An assumption of the models, which is always a number. */
export type AssumedNumber = Assumption & { readonly value: number }

export const assumptionDefaults: AssumptionValues = {
  lowPerformers: 10,
  interRaterReliability: reliabilityOfOneRater,
  resultsSpread: usualResultSpread,
  workingDaysPerMonth: 20,
}

/** The assumptions that hold in a workspace, each with where it comes from. */
export class Assumptions {
  readonly #workspace: Workspace
  readonly #configured: Partial<AssumptionValues>
  readonly #rates: readonly ExchangeRate[]

  constructor(workspace: Workspace, configured: Partial<AssumptionValues>, rates: readonly ExchangeRate[]) {
    this.#workspace = workspace
    this.#configured = configured
    this.#rates = rates
  }

  /** One assumption, as figures show it. Reading it makes the reader depend on the leadership system. */
  get(name: AssumptionName): AssumedNumber {
    const configured = this.#configured[name]
    if (configured !== undefined) return { name, value: configured, from: 'configuration' }
    for (const { spec } of this.#workspace.all('LeadershipSystem')) {
      const declared = spec.assumptions?.[name]
      if (declared !== undefined) return { name, value: declared, from: 'leadership system' }
    }
    return { name, value: assumptionDefaults[name], from: 'default' }
  }

  get exchangeRates(): readonly ExchangeRate[] {
    const declared = declaredRates(this.#workspace, '')
    return this.#rates.length === 0 ? declared : [...this.#rates, ...declared]
  }
}

const declaredRates = query((workspace, _: ''): readonly ExchangeRate[] =>
  workspace.all('LeadershipSystem').flatMap(({ spec }) => spec.assumptions?.exchangeRates ?? []),
)
