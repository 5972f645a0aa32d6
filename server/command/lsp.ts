import { besideCommand } from './beside.ts'
import { type Console, type ExitCode, exitCodes, UsageError } from './usage.ts'

/** The ways in which an editor may ask the server to talk; which one it is, the server itself reads. */
const transport = /^--(?:stdio|node-ipc|(?:pipe|socket|clientProcessId)(?:=.+)?)$/

/**
 * `concord lsp --stdio`: the language server. It stands in a file of its own beside the command, so that a check does not pay for it,
 * and ends the process itself.
 */
export function lsp(words: readonly string[], _: Console): ExitCode {
  const unknown = words.find(
    (word, index) => !transport.test(word) && !/^--(?:pipe|socket|clientProcessId)$/.test(words[index - 1] ?? ''),
  )
  if (unknown !== undefined) throw new UsageError(`"concord lsp" takes --stdio, not "${unknown}".`)
  if (words.length === 0)
    throw new UsageError(
      '"concord lsp" is started by an editor, with --stdio: it talks over standard input and output.',
    )
  besideCommand('server.cjs')
  return exitCodes.clean
}
