/** In which units of a line a client counts columns. */
export type Encoding = 'utf-8' | 'utf-16'

/** The first of a client's encodings, in its order of preference, that the server knows; UTF-16 where it names none. */
export function chosenEncoding(offered: readonly string[] | undefined): Encoding {
  return offered?.find((encoding): encoding is Encoding => encoding === 'utf-8' || encoding === 'utf-16') ?? 'utf-16'
}

/** How many units of an encoding a stretch of text takes. */
export function unitsOf(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length
  let bytes = 0
  for (let at = 0; at < text.length; at++) {
    const size = bytesAt(text, at)
    bytes += size
    if (size === 4) at++
  }
  return bytes
}

/** The UTF-16 column at a column of another encoding; past the line's end its end, inside a character its beginning. */
export function utf16Column(line: string, units: number, encoding: Encoding): number {
  if (encoding === 'utf-16') return Math.min(units, line.length)
  let bytes = 0
  for (let at = 0; at < line.length; ) {
    const size = bytesAt(line, at)
    if (bytes + size > units) return at
    bytes += size
    at += size === 4 ? 2 : 1
  }
  return line.length
}

/** Bytes in UTF-8 of the character at a position; half of a surrogate pair is written as U+FFFD, in three. */
function bytesAt(text: string, at: number): 1 | 2 | 3 | 4 {
  const code = text.charCodeAt(at)
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  if (code < 0xd800 || code > 0xdbff) return 3
  const next = text.charCodeAt(at + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 4 : 3
}
