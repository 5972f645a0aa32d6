import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** In the environment of everything that one start brings about, however deep, so that what is left of it can be found. */
const markName = 'CONCORD_TEST_RUN'

export interface Mark {
  readonly environment: Readonly<Record<string, string>>
}

export function newMark(): Mark {
  return { environment: { [markName]: randomUUID() } }
}

/**
 * Starts a program as the leader of a process group of its own. When this process is gone, however it ended, the group is killed:
 * a shell in the group waits for the end of its standard input.
 */
export function startGroup(program: string, words: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
  const script = 'exec 3<&0; (read -r _ <&3; kill -KILL 0) </dev/null >/dev/null 2>&1 & exec "$@" 3<&- </dev/null'
  return spawn('/bin/sh', ['-c', script, 'sh', program, ...words], {
    detached: true,
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/**
 * Ends process groups and waits until nothing that bears the mark is left.
 * @throws Error that names what outlived its group; it is killed then.
 */
export async function endGroups(leaders: readonly (number | undefined)[], mark: Mark): Promise<void> {
  for (const leader of leaders) signalGroup(leader, 'SIGTERM')
  if (await isGone(mark, 3_000)) return
  for (const leader of leaders) signalGroup(leader, 'SIGKILL')
  if (await isGone(mark, 3_000)) return
  const left = marked(mark)
  for (const { id } of left) signal(id, 'SIGKILL')
  throw new Error(`Left after the tests in VS Code: ${left.map(({ id, command }) => `${id} ${command}`).join('; ')}`)
}

async function isGone(mark: Mark, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds
  while (marked(mark).length > 0) {
    if (Date.now() > until) return false
    await pause(50)
  }
  return true
}

interface Process {
  readonly id: number
  readonly command: string
}

/** The running processes that bear a mark. */
export function marked(mark: Mark): readonly Process[] {
  const assignment = `${markName}=${mark.environment[markName]}`
  return readdirSync('/proc').flatMap((name) => {
    const id = Number(name)
    if (!Number.isInteger(id) || id === process.pid) return []
    const isMarked = textOf(`/proc/${id}/environ`).split('\0').includes(assignment)
    return isMarked ? [{ id, command: textOf(`/proc/${id}/cmdline`).replaceAll('\0', ' ').trim() }] : []
  })
}

/** Empty for a process that has ended, or that is another user's. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function signalGroup(leader: number | undefined, name: NodeJS.Signals): void {
  if (leader !== undefined) signal(-leader, name)
}

function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name)
  } catch {
    // It has ended already.
  }
}
