import { messageOf } from '../checker/finding.ts'
import { pathText } from '../language/path.ts'
import { figureText } from '../rules/figure.ts'
import type { ExplainedFigure, Input } from '../workings/explanation.ts'
import { type Amount, shownValue } from '../workings/expression.ts'
import { formulaText, numbersText, resultText } from '../workings/expression-text.ts'
import type { NumberPlace } from '../workings/places.ts'
import type { PolicyExplanation, SaidFinding } from '../workings/policy-explanation.ts'
import type { Step, Table } from '../workings/step.ts'

/** The version of the format; schemas/concord-explanation.schema.json describes it. */
const explanationVersion = 1

/** An explanation as other programs read it: percentages 0–100, lines and columns from 1. */
export function explanationJson(
  { rule, entry, verdict, passed, missing, findings, lookedAt }: PolicyExplanation,
  {
    nameOf,
    toolVersion,
    today,
  }: { readonly nameOf: (file: string) => string; readonly toolVersion: string; readonly today: string },
): object {
  return {
    version: explanationVersion,
    tool: { name: 'concord', version: toolVersion },
    today,
    rule: rule.id,
    policy: { kind: entry.kind, name: entry.name, file: nameOf(entry.file) },
    verdict,
    passed,
    missing,
    findings: findings.map((finding) => findingJson(finding, nameOf)),
    lookedAt: lookedAt.map(({ title, place, inputs, figures }) => ({
      title,
      ...(place === undefined ? {} : placeJson(place, nameOf)),
      inputs: inputs.map((input) => inputJson(input, nameOf)),
      figures: figures.map(figureJson),
    })),
  }
}

function findingJson({ finding, inputs, figures, setAside }: SaidFinding, nameOf: (file: string) => string): object {
  const { severity, place, path, fingerprint } = finding
  return {
    severity,
    file: nameOf(place.file),
    line: place.start.line + 1,
    column: place.start.column + 1,
    path: pathText(path),
    message: messageOf(finding),
    fingerprint,
    setAside: setAside?.by ?? null,
    inputs: inputs.map((input) => inputJson(input, nameOf)),
    figures: figures.map(figureJson),
  }
}

function figureJson({ figure, steps }: ExplainedFigure): object {
  const { name, title, value, unit, currency, assumptions = [] } = figure
  return {
    name,
    title,
    value,
    unit,
    ...(currency === undefined ? {} : { currency }),
    shown: figureText(figure),
    assumptions,
    steps: steps.map(stepJson),
  }
}

function placeJson({ file, line, column, path }: NumberPlace, nameOf: (file: string) => string): object {
  return { file: nameOf(file), line: line + 1, column: column + 1, path }
}

function inputJson({ name, origin, ...amount }: Input, nameOf: (file: string) => string): object {
  const { from, place, says } = origin
  const where = place === undefined ? {} : placeJson(place, nameOf)
  return { name, ...amountJson(amount), from, ...where, ...(says === '' ? {} : { says }) }
}

function amountJson(amount: Amount): object {
  const { unit, currency } = amount
  return { value: shownValue(amount), unit, ...(currency === undefined ? {} : { currency }), shown: resultText(amount) }
}

function stepJson({ title, how, result, table }: Step): object {
  return {
    title,
    ...(how.kind === 'numerically' ? { words: how.words } : { formula: formulaText(how), numbers: numbersText(how) }),
    result: amountJson(result),
    ...(table === undefined ? {} : { table: tableJson(table) }),
  }
}

function tableJson({ rows, by, columns, cells }: Table): object {
  return {
    rows,
    ...(by === undefined ? {} : { by }),
    columns: columns.map(({ title, unit, currency }) => ({
      title,
      unit,
      ...(currency === undefined ? {} : { currency }),
    })),
    cells: cells.map(({ label, values }) => ({
      label,
      values: columns.map(({ unit }, at) => {
        const value = values[at]
        return value === undefined ? null : shownValue({ value, unit })
      }),
    })),
  }
}
