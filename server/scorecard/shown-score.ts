/** Where two states are compared, a whole point would hide what most single changes gain. */
const fine = 0.1

/**
 * A score as every surface shows it, rounded to multiples of a step: never to 100 while a point is lost, nor to 0 while one is left.
 * 99.7 is shown as 99.
 */
export function shownScore(score: number, step = 1): number {
  // Shares of thirds do not add up to a whole in binary.
  if (score > 100 - 1e-9) return 100
  if (score < 1e-9) return 0
  const rounded = Math.round(score / step) * step
  return Number(Math.min(100 - step, Math.max(step, rounded)).toFixed(1))
}

/** `81`; a dash where there is no score. */
export function scoreText(score: number | undefined): string {
  return score === undefined ? '–' : String(shownScore(score))
}

/** `81.4`, for a score beside another one that it is compared with. */
export function comparedScoreText(score: number | undefined): string {
  return score === undefined ? '–' : shownScore(score, fine).toFixed(1)
}

/** How two scores differ, as they are shown beside one another, so that what is seen adds up; undefined where one is missing. */
export function scoreChange(before: number | undefined, now: number | undefined): number | undefined {
  if (before === undefined || now === undefined) return undefined
  return Number((shownScore(now, fine) - shownScore(before, fine)).toFixed(1))
}

/** `+3.1`, `−0.2`, `0`; nothing where there is no change to tell of. */
export function changeText(change: number | undefined): string {
  if (change === undefined) return ''
  if (change === 0) return '0'
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(1)}`
}

/** What fixing something gains: `+2.1`; less than a twentieth of a point is told from nothing. */
export function gainText(points: number): string {
  return points < 0.05 ? '<0.1' : `+${points.toFixed(1)}`
}
