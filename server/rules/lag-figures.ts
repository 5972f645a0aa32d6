import { type Assumption, type Figure, figure } from './figure.ts'
import type { MeetingLag } from './meeting-lags.ts'
import type { EarlierMeeting } from './moved-meetings.ts'

/** The mean and the longest wait for a joint meeting, and what moving one date takes off it. */
export function lagFigures(
  { meanDays, waits, repeatsYearly }: MeetingLag,
  moves: readonly EarlierMeeting[],
  limit: number,
): readonly Figure[] {
  const yearly: Assumption[] = repeatsYearly
    ? [{ name: 'joint-meetings-repeat', value: 'on the same dates every year', from: 'convention' }]
    : []
  const assumptions: readonly Assumption[] = [{ name: 'maximum-lag-days', value: limit, from: 'convention' }, ...yearly]
  const mean = figure('mean-lag', 'Mean wait for the joint meeting', meanDays, 'days', assumptions)
  const worst = figure(
    'longest-lag',
    'Longest wait for the joint meeting',
    Math.max(...waits.map(({ days }) => days)),
    'days',
    assumptions,
  )
  const best = moves.reduce<EarlierMeeting | undefined>(
    (most, move) => (most === undefined || move.savedDays > most.savedDays ? move : most),
    undefined,
  )
  if (best === undefined) return [mean, worst]
  return [mean, worst, figure('saved-by-moving-one-date', 'Saved by moving one date', best.savedDays, 'days')]
}
