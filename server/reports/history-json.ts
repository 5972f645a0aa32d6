import type { HistoryPoint } from '../scorecard/history.ts'

/** The version of the format; schemas/concord-history.schema.json describes it. */
const historyVersion = 1

/** The scores after each of some commits, oldest first, as other programs read them. */
export function historyJson(points: readonly HistoryPoint[], today: string, toolVersion: string): object {
  return {
    version: historyVersion,
    tool: { name: 'concord', version: toolVersion },
    today,
    points: points.map(({ commit, day, subject, scorecard, findings }) => ({
      commit: commit ?? null,
      day,
      subject,
      formula: scorecard.version,
      overall: scorecard.overall ?? null,
      coverage: scorecard.coverage,
      components: scorecard.components.map(({ component, score }) => ({ component, score: score ?? null })),
      findings,
    })),
  }
}
