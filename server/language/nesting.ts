/** Levels of nesting that a text may have; policies have about ten. The parser recurses, so more could end the process. */
const deepest = 200

/**
 * Where a text gets nested deeper than any policy is, or undefined. A rough count that needs no parser: open brackets,
 * list marks in one line, steps of indentation. What is inside quotes and texts counts too, which only matters past the limit.
 */
export function tooDeepAt(text: string): number | undefined {
  let brackets = 0
  let marks = 0
  let lineStart = 0
  let leading = true
  /** The columns at which the lines around begin that are less and less indented. */
  const columns: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      lineStart = at + 1
      leading = true
      marks = 0
      continue
    }
    if (code === 91 || code === 123) brackets++
    else if (brackets > 0 && (code === 93 || code === 125)) brackets--
    if (leading && code !== 32) {
      if (code === 45 || code === 63) marks++
      else leading = false
      if (marks <= 1) {
        while ((columns.at(-1) ?? -1) >= at - lineStart) columns.pop()
        columns.push(at - lineStart)
      }
    }
    if (brackets > deepest || marks > deepest || columns.length > deepest) return at
  }
  return undefined
}
