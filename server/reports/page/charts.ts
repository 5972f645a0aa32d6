import { scaleLinear } from 'd3-scale'
import { arc, stack } from 'd3-shape'
import type { Component, Severity } from '../../rules/rule.ts'
import type { LostPoints } from '../../scorecard/lost-points.ts'
import type { Scorecard } from '../../scorecard/scorecard.ts'
import { html, type Markup } from './markup.ts'

/** The parts that make up the hundred points of a bar, from the left. */
const parts = ['kept', 'waived', 'error', 'warning', 'info'] as const
export type Part = (typeof parts)[number]

export type Hundred = Readonly<Record<Part, number>>

/** How the hundred points of a component divide: kept, kept only because of waivers, lost by severity. */
export function hundred(score: number, waived: number, lost: readonly LostPoints[]): Hundred {
  const points = (severity: Severity): number =>
    lost.reduce((sum, { finding, gain }) => sum + (finding.severity === severity ? gain.component : 0), 0)
  return { kept: score - waived, waived, error: points('error'), warning: points('warning'), info: points('info') }
}

/** The same of the overall score. */
export function overallHundred({ overall = 0, waived }: Scorecard, lost: readonly LostPoints[]): Hundred {
  return hundred(
    overall,
    waived,
    lost.map((one) => ({ ...one, gain: { ...one.gain, component: one.gain.overall } })),
  )
}

export function lostIn(component: Component, lost: readonly LostPoints[]): readonly LostPoints[] {
  return lost.filter((one) => one.component === component)
}

const width = 400
const height = 18

/** A bar of a hundred points. The numbers stand beside it, so it is left out for those who listen. */
export function bar(points: Hundred): Markup {
  const x = scaleLinear([0, 100], [0, width])
  const series = stack<Hundred, Part>().keys(parts)([points])
  const rows = series.flatMap(({ key, 0: span }) => {
    const [from, to] = span ?? [0, 0]
    if (to - from < 0.01) return []
    return [
      html`<rect class="${key}" x="${x(from).toFixed(2)}" y="0" width="${(x(to) - x(from)).toFixed(2)}" height="${height}"/>`,
    ]
  })
  const ticks = x
    .ticks(4)
    .slice(1, -1)
    .map((tick) => html`<line class="tick" x1="${x(tick)}" x2="${x(tick)}" y1="0" y2="${height}"/>`)
  return html`<svg class="bar" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="ground" width="${width}" height="${height}"/>${rows}${ticks}</svg>`
}

/** The overall score as a ring, with the figure in its middle. */
export function ring(points: Hundred, figure: string): Markup {
  const angle = scaleLinear([0, 100], [0, 2 * Math.PI])
  const shape = arc<readonly [number, number]>()
    .innerRadius(78)
    .outerRadius(96)
    .startAngle(([from]) => angle(from))
    .endAngle(([, to]) => angle(to))
  const series = stack<Hundred, Part>().keys(parts)([points])
  const arcs = series.flatMap(({ key, 0: span }) => {
    const [from, to] = span ?? [0, 0]
    const path = shape([from, to])
    return to - from < 0.01 || path === null ? [] : [html`<path class="${key}" d="${path}"/>`]
  })
  return html`<svg class="ring" viewBox="-100 -100 200 200" role="img" aria-label="Overall ${figure} of 100"><circle class="ground" r="87" stroke-width="18"/>${arcs}<text class="figure" text-anchor="middle" y="20">${figure}</text><text class="of" text-anchor="middle" y="44">of 100</text></svg>`
}

/** What the tones of bars and ring mean. */
export function legend(hasWaived: boolean): Markup {
  const items: readonly (readonly [Part, string])[] = [
    ['kept', 'free of barriers'],
    ...(hasWaived ? ([['waived', 'only because it is set aside']] as const) : []),
    ['error', 'lost to errors'],
    ['warning', 'to warnings'],
    ['info', 'to information'],
  ]
  return html`<p class="legend">${items.map(
    ([part, words]) =>
      html`<span><svg viewBox="0 0 12 12" aria-hidden="true" focusable="false"><rect class="${part}" width="12" height="12"/></svg>${words}</span> `,
  )}</p>`
}

/** The pattern of what is set aside, for every drawing of the page. */
export const patterns = html`<svg width="0" height="0" class="patterns" aria-hidden="true" focusable="false"><defs><pattern id="set-aside" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch" width="2.5" height="6"/></pattern></defs></svg>`
