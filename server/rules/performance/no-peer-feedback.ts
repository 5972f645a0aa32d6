import { isAcrossBoundaries } from '../across-boundaries.ts'
import { append, placeholder } from '../fix.ts'
import { listed } from '../listed.ts'
import { countedCriteria } from '../rating-criteria.ts'
import { barrier, passed, rule } from '../rule.ts'

const sources: Readonly<Record<string, string>> = {
  'line-manager': 'the line manager',
  'dotted-line-manager': 'the manager of the second line',
  self: 'the person',
}

export default rule({
  id: 'performance/no-peer-feedback',
  title: 'Colleagues are not heard before people are rated',
  kind: 'PerformanceCalibration',
  severity: { pooled: 'info', sequential: 'warning', reciprocal: 'warning', undeclared: 'warning' },
  finds:
    'Feedback whose `sources` leave out colleagues, of the own team (`peers`) and of others (`other-functions`), where no criterion that counts asks what a person did for or with others.',
  why: 'Those whom I help are not asked, so help stays invisible to those who rate.',
  evidence: ['R10'],
  certainty:
    'Workers helped one another more where help was monitored, in one study. It does not need a tool that collects views from all sides: a criterion that asks for help makes it visible too.',
  against:
    'Good systems have dropped 360-degree tools (P4 names one), so what counts here is that help is seen, not how. Where each works alone there is less to see, so it is for information there.',
  fixing: 'The fix adds colleagues to the sources; whom they are and how they are asked remains to be settled.',
  *check({ spec }) {
    const { feedback } = spec
    if (feedback?.sources === undefined || feedback.sources.length === 0) return
    const asked = feedback.sources.some((source) => source === 'peers' || source === 'other-functions')
    if (asked || countedCriteria(spec).some(({ about }) => isAcrossBoundaries(about))) yield passed()
    else {
      yield barrier(feedback, 'sources', {
        what: `Feedback comes from ${listed(feedback.sources.map((source) => sources[source] ?? source.replaceAll('-', ' ')))}, not from colleagues.`,
        change: 'Ask two or three colleagues, or rate what a person did for others, so that help is seen.',
        fixes: [
          placeholder(
            'Hear colleagues: add peers to the sources',
            append(feedback, 'sources', 'peers', { comment: 'settle whom to ask, and how' }),
          ),
        ],
      })
    }
  },
})
