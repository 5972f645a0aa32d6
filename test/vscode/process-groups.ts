import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** In the environment of everything that is started, however deep, so that what is left of it can be found. */
const markName = 'CONCORD_TEST_RUN'

/**
 * Reads a folder, then the leaders of process groups, and `done` at the last. When its input ends before that, the process that wrote
 * has been killed: then the groups are killed, and the folder goes.
 */
const undertaker = `
  read -r folder
  while read -r leader; do
    [ "$leader" = done ] && exit
    groups="$groups -$leader"
  done
  kill -s KILL -- $groups
  sleep 0.2
  rm -rf -- "$folder"`

/** Programs that are started together, each in a process group of its own, with a folder for what they write. They end together. */
export class ProcessGroups {
  readonly folder: string
  readonly #mark = randomUUID()
  readonly #leaders = new Set<number>()
  readonly #undertaker: ChildProcess

  /** @param name what the folder's name tells */
  constructor(name: string) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), `concord-${name}-`)))
    this.#undertaker = spawn('/bin/sh', ['-c', undertaker], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
    this.#undertaker.unref()
    this.#tell(this.folder)
  }

  /** What has to be in the environment of each program. */
  get environment(): Readonly<Record<string, string>> {
    return { [markName]: this.#mark }
  }

  start(program: string, words: readonly string[], environment: NodeJS.ProcessEnv): ChildProcess {
    const started = spawn(program, words, {
      detached: true,
      env: { ...environment, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#follow(started.pid)
    return started
  }

  /** Counts what somebody else has started with the environment in. */
  adopt(): void {
    for (const { group } of this.running()) this.#follow(group)
  }

  /** What is running: all that bears the mark, and all in the groups. */
  running(): readonly Process[] {
    const assignment = `${markName}=${this.#mark}`
    return processes().filter(({ id, group }) => {
      return this.#leaders.has(group) || textOf(`/proc/${id}/environ`).split('\0').includes(assignment)
    })
  }

  /** Ends them all, and waits until they are gone. @throws Error that names what outlived its group; it is killed then. */
  async end(): Promise<void> {
    this.adopt()
    for (const name of ['SIGTERM', 'SIGKILL'] as const) {
      for (const leader of this.#leaders) signal(-leader, name)
      if (await this.#areGone()) break
    }
    const left = this.running()
    for (const { id } of left) signal(id, 'SIGKILL')
    this.#tell('done')
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
    if (left.length === 0) return
    const names = left.map(({ id, command }) => `${id} ${command}`)
    throw new Error(`Left after the tests in VS Code: ${names.join('; ')}`)
  }

  async #areGone(): Promise<boolean> {
    for (const until = Date.now() + 3_000; Date.now() < until; await pause(25)) {
      if (this.running().length === 0) return true
    }
    return false
  }

  #follow(leader: number | undefined): void {
    if (leader === undefined || this.#leaders.has(leader)) return
    this.#leaders.add(leader)
    this.#tell(String(leader))
  }

  #tell(line: string): void {
    this.#undertaker.stdin?.write(`${line}\n`)
  }
}

interface Process {
  readonly id: number
  readonly group: number
  readonly command: string
}

/** Every process of this machine but this one, and those that have ended and wait for somebody to notice. */
function processes(): readonly Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const id = Number(name)
    const stat = Number.isInteger(id) && id !== process.pid ? textOf(`/proc/${name}/stat`) : ''
    // After the program's name, which stands in brackets and may hold anything: state, parent, group.
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === undefined || state === '' || state === 'Z') return []
    return [{ id, group: Number(group), command: textOf(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim() }]
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

function signal(id: number, name: NodeJS.Signals): void {
  try {
    process.kill(id, name)
  } catch {
    // It has ended already.
  }
}
