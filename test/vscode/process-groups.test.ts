import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { describeHere } from './describe-here.ts'
import { ProcessGroups } from './process-groups.ts'
import { within } from './within.ts'

const source = new URL('process-groups.ts', import.meta.url).href

/** Starts a program that starts another, then says where. */
const author = `
  import { ProcessGroups } from ${JSON.stringify(source)}
  const groups = new ProcessGroups('test')
  const { pid } = groups.start('/bin/sh', ['-c', 'sleep 600 & sleep 600'], process.env)
  console.log(JSON.stringify({ folder: groups.folder, group: pid }))
  setInterval(() => {}, 1000)`

function isRunning(group: number): boolean {
  try {
    return process.kill(-group, 0)
  } catch {
    return false
  }
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const wait = async () => {
    while (!holds()) await pause(25)
  }
  await within(10_000, what, wait())
}

describeHere('what the tests in VS Code start', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
    it(`ends with the tests when they get ${signal}`, async () => {
      const words = ['--import=tsx', '--input-type=module', '--eval', author]
      const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
      try {
        const lines = createInterface({ input: started.stdout })
        const first = new Promise<string>((resolve) => lines.once('line', resolve))
        const { folder, group } = JSON.parse(await within(15_000, 'What has been started', first))
        assert(isRunning(group) && existsSync(folder))
        started.kill(signal)
        await until('The end of the group', () => !isRunning(group))
        await until('The end of its folder', () => !existsSync(folder))
      } finally {
        started.kill('SIGKILL')
      }
    })
  }

  it('ends when it is told to, with what left its group', async () => {
    const groups = new ProcessGroups('test')
    groups.start('/bin/sh', ['-c', 'setsid sleep 600 & sleep 600'], process.env)
    await until('Both programs', () => groups.running().filter(({ command }) => command === 'sleep 600').length === 2)
    await groups.end()
    assert.deepEqual(groups.running(), [])
    assert(!existsSync(groups.folder))
  })
})
