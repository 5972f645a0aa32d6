import { messageOf } from '../checker/finding.ts'
import type { Checked } from './report.ts'
import { element, type XmlElement, xmlDocument } from './xml.ts'

/** The report as Checkstyle's XML: every file that was checked, with what was found in it. Its severities are Concord's. */
export function checkstyleReport(checked: Checked): string {
  const { nameOf } = checked
  const files = new Map<string, XmlElement[]>(checked.fileNames.map((file) => [nameOf(file), []]))
  const add = (file: string, error: XmlElement): unknown => files.set(file, [...(files.get(file) ?? []), error])
  for (const finding of checked.findings) {
    const { place, severity, rule } = finding
    add(
      nameOf(place.file),
      element('error', {
        line: place.start.line + 1,
        column: place.start.column + 1,
        severity,
        message: messageOf(finding),
        source: sourceOf(rule),
      }),
    )
  }
  for (const { path, line = 1, column = 1, message } of checked.unusable)
    add(nameOf(path), element('error', { line, column, severity: 'error', message, source: 'concord.input' }))
  const children = [...files].map(([name, errors]) => element('file', { name }, errors))
  // The version is that of the format, which has not changed since.
  return xmlDocument(element('checkstyle', { version: '4.3' }, children))
}

/** Consumers take the last step for the kind of fault, and the one before for its category. */
function sourceOf(rule: string): string {
  return `concord.${rule.replaceAll('/', '.')}`
}
