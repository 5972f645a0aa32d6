import type { SetAside } from '../checker/set-aside.ts'
import type { LookedAt, PolicyExplanation, SaidFinding } from '../workings/policy-explanation.ts'
import { visible } from './visible.ts'
import { assumptionsText, figuresText, inputsText, type WorkingLayout } from './working-text.ts'
import { wrapped } from './wrap.ts'

/** What a rule finds in a policy, with the arithmetic of each figure. */
export function explanationText(explanation: PolicyExplanation, layout: WorkingLayout): string {
  const { rule, entry, findings, verdict } = explanation
  const { bold } = layout.paint
  const head = `${bold(rule.title)}\n${visible(`${rule.id} in ${entry.kind}/${entry.name} (${layout.nameOf(entry.file)})`)}\n`
  if (verdict === 'barriers') return head + findings.map((finding) => findingText(finding, layout)).join('')
  const seen = explanation.lookedAt.map((one) => lookedAtText(one, layout))
  return `${head}\n${wrapped(visible(verdictText(explanation)), layout.width, '  ')}\n${seen.join('')}`
}

/** The figures of something that is no barrier. */
function lookedAtText({ title, place, inputs, figures }: LookedAt, layout: WorkingLayout): string {
  const { bold } = layout.paint
  const at = place === undefined ? '' : `  ${layout.nameOf(place.file)}:${place.line + 1}`
  return [
    `\n${bold('no barrier')}  ${visible(`${title}${at}`)}\n`,
    ...(inputs.length === 0 ? [] : [`\n  ${bold('What goes in')}\n`, inputsText(inputs, layout)]),
    figuresText(figures, layout),
  ].join('')
}

function verdictText({ rule, entry, verdict, passed, missing }: PolicyExplanation): string {
  switch (verdict) {
    case 'barriers':
      return ''
    case 'passed':
      return `No barrier: the rule looked at ${passed} ${passed === 1 ? 'thing' : 'things'} here, and ${passed === 1 ? 'it passes' : 'all of them pass'}. It looks for this: ${rule.finds}`
    case 'nothing':
      return `The rule found nothing to look at here: ${missing.length === 0 ? 'what it needs is not declared, or does not concern this policy' : missing.join('; ')}. It looks for this: ${rule.finds}`
    case 'off':
      return 'The rule does not run on this file: it is off by default, or a configuration turns it off.'
    case 'not-judged':
      return `${entry.kind}/${entry.name} is not judged: it is no longer in force, or a part is missing without which it cannot be read.`
  }
}

function findingText({ finding, inputs, figures, setAside }: SaidFinding, layout: WorkingLayout): string {
  const { bold, dim } = layout.paint
  const { place, severity, text } = finding
  const at = `${layout.nameOf(place.file)}:${place.start.line + 1}:${place.start.column + 1}`
  const said = [text.what, text.howMuch].filter((part) => part !== '')
  const parts = [
    `\n${bold(severity)}  ${visible(at)}\n`,
    ...(setAside === undefined ? [] : [`${wrapped(visible(setAsideText(setAside)), layout.width, '  ')}\n`]),
    ...said.map((part) => `${wrapped(visible(part), layout.width, '  ')}\n`),
  ]
  if (figures.length === 0) return `${parts.join('')}\n  ${dim('The finding has no figures: nothing is computed.')}\n`
  const assumed = assumptionsText(figures.map(({ figure }) => figure))
  return [
    ...parts,
    ...(inputs.length === 0 ? [] : [`\n  ${bold('What goes in')}\n`, inputsText(inputs, layout)]),
    ...(assumed.length === 0
      ? []
      : [
          `\n  ${bold('Taken for granted')}\n`,
          ...assumed.map((one) => `${wrapped(visible(one), layout.width, '    ')}\n`),
        ]),
    figuresText(figures, layout),
  ].join('')
}

function setAsideText(one: SetAside): string {
  return one.by === 'baseline' ? '(in the baseline)' : `(set aside until ${one.until}: ${one.reason})`
}
