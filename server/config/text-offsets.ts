/**
 * Where the characters of a YAML text's value stand in the source: the offset of each, and that of the end. Between the two lie quotes,
 * escapes, line breaks that count as a space, and indentation.
 */
export function sourceOffsets(source: string, value: string): readonly number[] {
  const offsets: number[] = []
  // The header of a block, such as |- or >, is no part of its text.
  let at = /^[|>]/.test(source) ? source.indexOf('\n') + 1 : 0
  for (const letter of value.split('')) {
    const next = source.indexOf(letter, at)
    // A letter that is written as an escape stands nowhere as itself; one that is far away is another.
    const found = next >= 0 && (!/\s/.test(letter) || /^[\s'"\\]*$/.test(source.slice(at, next))) ? next : at
    offsets.push(found)
    at = found === next ? found + 1 : at
  }
  return [...offsets, at]
}
