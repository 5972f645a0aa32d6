import { nearest } from '../language/did-you-mean.ts'
import { type Format, formats } from '../reports/formats.ts'
import { UsageError } from './usage.ts'

/** A report that was asked for: its format, and the file that it goes to; undefined for standard output. */
export interface AskedReport {
  readonly format: Format
  readonly file: string | undefined
}

const names = Object.keys(formats)

/**
 * The reports that `--format` and `--output` ask for. A format goes to the file behind its `=`, to that of `--output`, or to standard
 * output, where text goes if no other does. @throws UsageError where that is not clear.
 */
export function askedReports(words: readonly string[], output: string | undefined): readonly AskedReport[] {
  const asked = words.map(reportOf)
  const loose = asked.filter(({ file }) => file === undefined)
  if (loose.length > 1)
    throw new UsageError(
      `Only one format can go to ${output === undefined ? 'standard output' : output}; give each of the others a file, such as --format sarif=concord.sarif.`,
    )
  const filed = asked.filter(({ file }) => file !== undefined)
  const reports = [{ format: loose[0]?.format ?? 'text', file: output }, ...filed]
  const files = reports.flatMap(({ file }) => file ?? [])
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice !== undefined) throw new UsageError(`Two reports cannot go to one file, ${twice}.`)
  return reports
}

function reportOf(word: string): AskedReport {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? []
  if (file === '') throw new UsageError(`The file for ${name} is empty: --format ${name}=FILE.`)
  if (isFormat(name)) return { format: name, file }
  const meant = nearest(name, names)
  throw new UsageError(
    `--format takes ${names.join(', ')}; "${name}" is none of them.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
  )
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name)
}
