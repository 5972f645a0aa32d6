import type { SelectionProcess } from '../../language/generated/policies.ts'
import { append, placeholder } from '../fix.ts'
import { barrier, passed, rule } from '../rule.ts'

type Input = NonNullable<SelectionProcess['inputs']>[number]

/** What the line above brings, and what it saw itself. */
const fromAbove: ReadonlySet<Input> = new Set(['line-above', 'results'])

export default rule({
  id: 'leaders/no-360-in-selection',
  title: 'Only the line above is heard when leaders are selected',
  kind: 'LeaderSelection',
  severity: 'info',
  finds: 'Selection whose `inputs` are the line above alone, with or without past results.',
  why: 'Colleagues, those who were led, and partners see what the line above does not.',
  evidence: ['R4'],
  certainty:
    'Two raters of the same person agree at .52 on average, so one view says little. That others see more of how somebody collaborates is our conclusion.',
  against:
    'It does not take a tool for views from all sides: good systems have dropped such tools (P4 names one). A structured interview or exercise is a second view too.',
  fixing: 'The fix adds colleagues to those who are heard; whom, and how, remains to be settled.',
  *check({ spec }) {
    const { selection } = spec
    const { inputs = [] } = selection ?? {}
    if (selection === undefined || inputs.length === 0) return
    if (inputs.some((input) => !fromAbove.has(input))) yield passed()
    else if (inputs.includes('line-above')) {
      yield barrier(selection, 'inputs', {
        what: 'Nobody but the line above is heard when a leader is selected.',
        change: 'Hear two or three people whom the candidate worked with: colleagues, other functions, partners.',
        fixes: [
          placeholder(
            'Hear colleagues: add peers to the inputs',
            append(selection, 'inputs', 'peers', { comment: 'settle whom to ask, and how' }),
          ),
        ],
      })
    }
  },
})
