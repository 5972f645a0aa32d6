import { figure } from '../figure.ts'
import { set, unsafe } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

export default rule({
  id: 'resources/annual-only-allocation',
  title: 'Resources are given out once a year and cannot move',
  kind: 'ResourceAllocation',
  severity: 'warning',
  finds:
    'Resources that are allocated every year or more rarely (`allocatedEvery`) and cannot move during the year (`inYearMoves: false`).',
  why: 'What a partner needs shows during the year; where nothing can move until the next plan, joint work waits for it.',
  evidence: ['R20', 'R21'],
  certainty:
    'Both sources are the experience of practitioners with many companies, not experiments; that moving more resources caused the better results has not been shown.',
  against: 'A yearly plan that can be changed during the year is no barrier, however rarely it is made.',
  fixing: 'The fix allocates anew every quarter. It changes how the company plans, so finance must agree.',
  *check({ spec }) {
    const { allocatedEvery: every, inYearMoves } = spec
    if (every === undefined || inYearMoves === undefined) return
    if (inYearMoves || (every !== 'year' && every !== 'two-years')) {
      yield passed()
      return
    }
    yield barrier(spec, 'allocatedEvery', {
      what: `Resources are allocated every ${every === 'year' ? 'year' : 'two years'}, and nothing can move in between.`,
      howMuch: `A need that arises just after the plan is made waits up to ${every === 'year' ? 12 : 24} months.`,
      change: 'Allocate every quarter, or let people, money and equipment move during the year (inYearMoves).',
      figures: [figure('wait-for-the-plan', 'Longest wait for the next plan', every === 'year' ? 12 : 24, 'months')],
      fixes: [unsafe('Allocate every quarter', set(spec, 'allocatedEvery', 'quarter'))],
    })
  },
})
