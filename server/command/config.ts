import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import pico from 'picocolors'
import type { Source } from '../config/config-chain.ts'
import { configFileName } from '../config/config-file.ts'
import { compiledRules } from '../custom-rules/compiled-rules.ts'
import { celLibrary } from '../hosts/cel-library.ts'
import { inputErrorOf } from '../hosts/input-error.ts'
import { findPolicies, nameOf } from '../hosts/policy-folders.ts'
import { plain } from '../reports/paint.ts'
import { rules } from '../rules/generated/registry.ts'
import { ruleProblem } from '../rules/rule-problem.ts'
import { oneOf, parsed } from './check-options.ts'
import { type Explained, type ExplainedConfig, explainedConfig } from './explained-config.ts'
import { printErrors } from './printing.ts'
import { shownFrom } from './shown-name.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

const known = { format: { type: 'string' }, all: { type: 'boolean' } } as const

/** `concord config`: what holds for a file or a folder, and where each value comes from. */
export function config(words: readonly string[], console: Console): ExitCode {
  const { values, positionals } = parsed(words, known)
  const [asked = '.', second] = positionals
  if (second !== undefined) throw new UsageError('"concord config" takes one file or folder.')
  const path = resolve(console.cwd, asked)
  const { folders, errors: found } = findPolicies([path], console.cwd, ruleProblem)
  const [folder] = folders
  const custom = compiledRules(folder?.customRules ?? [], celLibrary)
  const errors = [...found, ...custom.problems.map(inputErrorOf)]
  const name = shownFrom(console.cwd)
  printErrors(errors, console)
  if (folder === undefined) return exitCodes.unusable
  const explained = explainedConfig(statSync(path).isDirectory() ? `${nameOf(path)}/` : nameOf(path), folder, [
    ...rules,
    ...custom.rules,
  ])
  const all = values.all === true
  if (oneOf('--format', values.format, ['text', 'json'], 'text') === 'json')
    console.out(`${JSON.stringify(asJson(explained, asked, all, name), null, 2)}\n`)
  else console.out(asText(explained, asked, all, name, console))
  return errors.length > 0 ? exitCodes.unusable : exitCodes.clean
}

type Shown = (file: string) => string

function asJson(explained: ExplainedConfig, path: string, all: boolean, name: Shown): object {
  const { root, files, ignoredBy, preset, rules, assumptions, exchangeRates } = explained
  const place = (source: Source | undefined): object | null =>
    source === undefined
      ? null
      : { file: name(source.file), line: source.position.line + 1, column: source.position.column + 1 }
  const sourced = <T>({ value, source }: Explained<T>): object => ({ value, source: place(source) })
  return {
    version: 1,
    path,
    root: root === undefined ? null : name(root),
    configurations: files.map(name),
    ignoredBy: ignoredBy === undefined ? null : sourced(ignoredBy),
    preset: sourced(preset),
    rules: rules
      .filter(({ differs }) => all || differs)
      .map(({ id, severity, defaultSeverity, options }) => ({
        id,
        severity: { ...sourced(severity), default: defaultSeverity },
        options: Object.fromEntries(
          options.map((option) => [option.name, { ...sourced(option), default: option.default }]),
        ),
      })),
    assumptions: Object.fromEntries(assumptions.map((each) => [each.name, sourced(each)])),
    exchangeRates: exchangeRates.map((rate) => ({ from: rate.from, to: rate.to, ...sourced(rate) })),
  }
}

function asText(explained: ExplainedConfig, path: string, all: boolean, name: Shown, console: Console): string {
  const { root, files, ignoredBy, preset, rules, assumptions, exchangeRates } = explained
  const { bold, dim } = console.colours ? pico.createColors(true) : plain
  const from = (source: Source | undefined): string =>
    dim(source === undefined ? 'default' : `${name(source.file)}:${source.position.line + 1}`)
  const lines = [
    bold(`What holds for ${path}`),
    `  workspace       ${root === undefined ? dim(`the paths that are checked; no ${configFileName} says "root: true"`) : name(root)}`,
    `  configurations  ${files.length === 0 ? dim('none') : files.map(name).join(', ')}`,
    `  preset          ${preset.value}  ${from(preset.source)}`,
    `  left out        ${ignoredBy === undefined ? 'no' : `yes, by ${ignoredBy.value}  ${from(ignoredBy.source)}`}`,
    '',
    bold(all ? 'Rules' : 'Rules that differ from their defaults'),
  ]
  const shown = rules.filter(({ differs }) => all || differs)
  if (shown.length === 0) lines.push(`  ${dim('none')}`)
  const widest = Math.max(0, ...shown.map(({ id }) => id.length))
  for (const { id, severity, defaultSeverity, options } of shown) {
    const instead = severity.value === defaultSeverity ? '' : ` instead of ${defaultSeverity}`
    lines.push(`  ${id.padEnd(widest)}  ${severity.value}${instead}  ${from(severity.source)}`)
    for (const option of options.filter(({ value, default: otherwise }) => all || value !== otherwise)) {
      const instead = option.value === option.default ? '' : ` instead of ${option.default}`
      lines.push(`    ${option.name}: ${option.value}${instead}  ${from(option.source)}`)
    }
  }
  lines.push('', bold('Assumptions'))
  for (const { name: assumption, value, source } of assumptions) {
    const otherwise = source === undefined ? dim('default, unless the leadership system says another') : from(source)
    lines.push(`  ${assumption}: ${value}  ${otherwise}`)
  }
  for (const { from: one, to, value, source } of exchangeRates)
    lines.push(`  1 ${one} = ${value} ${to}  ${from(source)}`)
  if (!all) lines.push('', dim('--all shows every rule with all its options.'))
  return `${lines.join('\n')}\n`
}
