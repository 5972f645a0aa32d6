import { scoreText } from '../server/scorecard/shown-score.ts'
import type { ConcordState } from './concord-state.ts'
import type { CheckStatus, PolicyScoreView } from './messages.ts'
import { counted, countWords } from './words.ts'

/** What the status item shows. */
export interface StatusWords {
  readonly text: string
  readonly detail: string
  readonly busy: boolean
  readonly severity: 'information' | 'warning' | 'error'
}

/**
 * The scores of the policies in the document that is being looked at, then what was found in all of them. Barriers are the policies'
 * matter, so they do not colour the item: only what keeps Concord from its work does.
 */
export function statusWords(
  state: ConcordState,
  status: CheckStatus | undefined,
  here: readonly PolicyScoreView[],
): StatusWords {
  if (state === 'failed')
    return { text: 'Concord has stopped', detail: 'See its output', busy: false, severity: 'error' }
  if (state !== 'running' || status === undefined || !status.ready)
    return { text: 'Concord', detail: 'Reading the policies', busy: true, severity: 'information' }
  const { counts, policies, files, inBaseline, configProblems } = status
  const words = countWords(counts)
  const found = words === '' ? 'No barriers' : words
  const read = `${counted(policies, 'policy', 'policies')} in ${counted(files, 'file')}`
  const known = inBaseline > 0 ? `, ${inBaseline} in the baseline` : ''
  const broken = configProblems > 0 ? `, ${counted(configProblems, 'problem')} in the configuration` : ''
  const scores = scoreWords(here)
  return {
    text: scores ?? found,
    detail: `Concord: ${scores === undefined ? '' : `${found.toLowerCase()} in `}${read}${known}${broken}`,
    busy: false,
    severity: configProblems > 0 ? 'warning' : 'information',
  }
}

/** `This policy: 62 of 100`; undefined where there is nothing with a score. */
function scoreWords(here: readonly PolicyScoreView[]): string | undefined {
  const scores = here.map(({ score }) => score).sort((a, b) => a - b)
  const [lowest, highest] = [scores[0], scores.at(-1)].map(scoreText)
  if (scores.length === 0) return undefined
  if (scores.length === 1) return `This policy: ${lowest} of 100`
  return `${counted(scores.length, 'policy', 'policies')} here: ${lowest === highest ? lowest : `${lowest} to ${highest}`} of 100`
}
