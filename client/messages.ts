// What the server understands beyond the language server protocol. Positions count from 0, columns in UTF-16 units.

import type { Location, Position, Range } from 'vscode-languageclient'
import type { Barriers } from '../server/protocol/barriers.ts'
import type { PolicyScoreView, ScorecardView } from '../server/protocol/scorecard.ts'
import type { Status } from '../server/protocol/status.ts'

export type { Barriers, Location, PolicyScoreView, Position, Range, ScorecardView }

/** Sent after a check has changed what is found. */
export const didCheck = 'concord/didCheck'
/** Asks for what the last `concord/didCheck` said. */
export const statusRequest = 'concord/status'
export type CheckStatus = Status

/** Asks for every finding, by component and policy. */
export const barriersRequest = 'concord/barriers'
export type ComponentBarriers = Barriers['components'][number]
export type PolicyBarriers = ComponentBarriers['policies'][number]
export type Barrier = PolicyBarriers['barriers'][number]
export type Place = Pick<Barrier, 'uri' | 'range'>
export type Severity = Barrier['severity']
export type Counts = Barriers['counts']

/** Asks for the scores, and what would raise them most. */
export const scorecardRequest = 'concord/scorecard'
export type Gain = ScorecardView['gains'][number]

/** Asks for the score of each policy in a document. */
export const policyScoresRequest = 'concord/policyScores'

/** What the client can do that the server builds upon. */
export interface InitializationOptions {
  /** Where a rule's page opens; `{rule}` stands for its id. */
  readonly rulePageUri: string
  /** The commands that code lenses, hovers and completions may name. */
  readonly commands: readonly string[]
}
