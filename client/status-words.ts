import type { ConcordState } from './concord-state.ts'
import type { CheckStatus } from './messages.ts'
import { counted, countWords } from './words.ts'

/** What the status item shows. */
export interface StatusWords {
  readonly text: string
  readonly detail: string
  readonly busy: boolean
  readonly severity: 'information' | 'warning' | 'error'
}

/** Barriers are the policies' matter, so they do not colour the item: only what keeps Concord from its work does. */
export function statusWords(state: ConcordState, status: CheckStatus | undefined): StatusWords {
  if (state === 'failed')
    return { text: 'Concord has stopped', detail: 'See its output', busy: false, severity: 'error' }
  if (state !== 'running' || status === undefined || !status.ready)
    return { text: 'Concord', detail: 'Reading the policies', busy: true, severity: 'information' }
  const { counts, policies, files, inBaseline, configProblems } = status
  const found = countWords(counts)
  const read = `${counted(policies, 'policy', 'policies')} in ${counted(files, 'file')}`
  const known = inBaseline > 0 ? `, ${inBaseline} in the baseline` : ''
  const broken = configProblems > 0 ? `, ${counted(configProblems, 'problem')} in the configuration` : ''
  return {
    text: found === '' ? 'No barriers' : found,
    detail: `Concord: ${read}${known}${broken}`,
    busy: false,
    severity: configProblems > 0 ? 'warning' : 'information',
  }
}
