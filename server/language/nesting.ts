/** Levels of nesting that a text may have; policies have about ten. The parser recurses, so more could end the process. */
const deepest = 200

/**
 * Where a text gets nested deeper than any policy is, or undefined. A rough count that needs no parser: open brackets,
 * list marks in one line, columns of indentation. Brackets inside quotes count too, which only matters past the limit.
 */
export function tooDeepAt(text: string): number | undefined {
  let brackets = 0
  let marks = 0
  let lineStart = 0
  let leading = true
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      lineStart = at + 1
      leading = true
      marks = 0
    } else if (code === 91 || code === 123) {
      leading = false
      if (++brackets > deepest) return at
    } else if (code === 93 || code === 125) {
      leading = false
      if (brackets > 0) brackets--
    } else if (leading) {
      if (code === 45 || code === 63) marks++
      else if (code !== 32) leading = false
      if (marks > deepest || (leading && at - lineStart > deepest * 10)) return at
    }
  }
  return undefined
}
