import type { ComponentScore, Scorecard } from '../scorecard/scorecard.ts'
import { scoreText, shownScore } from '../scorecard/shown-score.ts'
import type { Paint } from './paint.ts'

/** The seven components at a glance: how much of what was looked at is free of barriers. */
export function scorecardText({ components, overall, waived, coverage, version }: Scorecard, paint: Paint): string {
  const mean =
    overall === undefined
      ? 'none: no component has a score'
      : `${scoreText(overall)}${withoutWaivers(overall, waived)}, over the components described: ${coverage} of ${components.length}`
  return [
    paint.bold('Scorecard of the leadership system (0–100)'),
    ...components.map((component) => componentRow(component, paint)),
    `  ${'overall'.padEnd(16)}${mean}`,
    paint.dim(`  It measures the form of the policies, not how people work together. Formula version ${version}.`),
  ].join('\n')
}

function componentRow(
  { component, described, score, waived, setAside, ...counts }: ComponentScore,
  paint: Paint,
): string {
  const name = `  ${component.padEnd(16)}`
  if (score === undefined) return name + paint.dim(described ? 'nothing to judge yet' : 'not described')
  const aside = setAside === 0 ? '' : `; ${setAside} set aside (${scoreText(score - waived)} if that counted)`
  return `${name}${scoreBar(score)} ${scoreText(score).padStart(3)}   ${counts.passed} passed, ${barriersText(counts)}${aside}`
}

/** `20 barriers (12 errors)`. */
export function barriersText({ barriers, severities }: Pick<ComponentScore, 'barriers' | 'severities'>): string {
  const { error } = severities
  const errors = error === 0 ? '' : ` (${error} ${error === 1 ? 'error' : 'errors'})`
  return `${barriers} ${barriers === 1 ? 'barrier' : 'barriers'}${errors}`
}

/** ` (66 if what is set aside counted)`, where that is so. */
export function withoutWaivers(score: number, waived: number): string {
  return waived === 0 ? '' : ` (${scoreText(score - waived)} if what is set aside counted)`
}

/** Ten cells, one for every ten points; all of them, or none, only where that is so. */
export function scoreBar(score: number): string {
  const filled = shownScore(score, 10) / 10
  return `${'█'.repeat(filled)}${'░'.repeat(10 - filled)}`
}
