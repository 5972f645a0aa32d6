import type { ErrorCode, YAMLError } from 'yaml'
import type { Problem } from './problem.ts'

const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/m

/** What the parser's codes mean, in the words of someone who writes policies. Codes that are missing here keep the parser's own text. */
const plainWords: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'This alias (*name) refers to nothing: no value above is marked with &name.',
  BAD_INDENT:
    'This line is indented differently from its neighbours. Lines that belong together start in the same column.',
  BAD_SCALAR_START: 'A value cannot start with this character. Put the value in quotes.',
  BAD_DQ_ESCAPE:
    'The backslash in this quoted text starts no known escape. Write \\\\ for a backslash, or use single quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'There is a second ": " in this line. Put the value in quotes, or start it on a line of its own.',
  BLOCK_IN_FLOW: 'Inside [ ] and { } there can be no indented list or mapping.',
  MISSING_CHAR: 'Something is missing here: a closing quote or bracket, a comma, or the ":" after a key.',
  MULTILINE_IMPLICIT_KEY: 'This line has no ":" after its key, so it runs into the next one.',
  TAB_AS_INDENT: 'This line is indented with a tab. YAML takes spaces only.',
  UNEXPECTED_TOKEN: 'This does not fit here. A quote, a bracket, or the line before is probably not finished.',
  KEY_OVER_1024_CHARS: 'This key is longer than 1,024 characters: a quote is probably not closed.',
}

const unclosed =
  'A [ or { above is not closed, or what stands inside it is not indented further than the line that it begins in.'

/** A parser's error as a finding: plain words first, then what the parser said. */
export function syntaxProblem(error: YAMLError, text: string): Problem {
  const start = Math.min(error.pos[0], text.length)
  const end = Math.min(Math.max(error.pos[1], start), text.length)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const lineEnd = text.indexOf('\n', start)
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
  const range = { start, end: end > start ? end : Math.min(start + 1, text.length) }
  if (conflict.test(line)) {
    const message =
      'This is the mark of a merge conflict that nobody has resolved. Keep one side, and delete the marks.'
    // The parser may report one such line several times, up to some place far below.
    const whole = { start: lineStart, end: line.endsWith('\r') ? lineStart + line.length - 1 : lineStart + line.length }
    return { rule: 'language/syntax', message, range: whole, identity: 'conflict' }
  }
  const words = error.code === 'BAD_INDENT' && error.message.startsWith('Flow') ? unclosed : plainWords[error.code]
  const said = error.message.replace(/\s+/g, ' ').trim()
  const message = words === undefined ? `This is not valid YAML: ${said}.` : `${words} (YAML: ${said})`
  return { rule: 'language/syntax', message, range, identity: error.code }
}
