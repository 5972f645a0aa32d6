/** Text of a policy as Markdown that shows just this text, in one paragraph. */
export function plainText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>|~#&$@]/g, '\\$&')
      // Editors make links of what looks like an address.
      .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
      .replace(/^([-+=]+)(?=\s|$)/, '\\$1')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  )
}

/** A name or value in the type of code. */
export function codeText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' || line.includes('`') ? plainText(line) : `\`${line}\``
}

/** A piece of a policy as a block of code; what is too long for a popup is cut. */
export function codeBlock(text: string, mostLines = 12): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines
  const code = shown.map((line) => (line.length > 200 ? `${line.slice(0, 200)}…` : line)).join('\n')
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}yaml`, code, fence].join('\n')
}
