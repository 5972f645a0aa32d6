import { readFileSync, writeFileSync } from 'node:fs'
import type { Interface } from 'node:readline'
import { isatty } from 'node:tty'
import { showsColours } from './colours.ts'
import { run } from './run.ts'
import { exitCodes, UsageError } from './usage.ts'

const date = new Date()
const localDay = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

// A reader that stops early, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? exitCodes.clean : exitCodes.unusable),
)

const interruption = new AbortController()
const code = run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  colours: showsColours(process.stdout, process.env),
  width: process.stdout.isTTY === true ? Math.min(process.stdout.columns, 120) : 100,
  readInput: () => readFileSync(0),
  write: writeFileSync,
  today: localDay,
  interrupted: interruption.signal,
  ...(isatty(0) && isatty(1) ? { ask } : {}),
})
if (typeof code === 'number') process.exitCode = code
else {
  // Only what takes its time is ended in an orderly way; everything else may be ended at once.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort())
  void code.then((later) => {
    process.exitCode = later
    lines?.close()
  })
}

/** The lines that are typed at a terminal; opened with the first question. */
let lines: Interface | undefined
let typed: AsyncIterator<string> | undefined

/** Asks at the terminal. Answers that are typed before their question are kept. */
async function ask(question: string): Promise<string> {
  if (lines === undefined) {
    const { createInterface } = await import('node:readline')
    lines = createInterface({ input: process.stdin, output: process.stdout })
    typed = lines[Symbol.asyncIterator]()
  }
  lines.setPrompt(question)
  lines.prompt()
  const answer = await typed?.next()
  if (answer === undefined || answer.done === true) {
    process.stdout.write('\n')
    throw new UsageError('Nothing was done, since a question was not answered.')
  }
  return answer.value.trim()
}
