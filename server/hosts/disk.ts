import { existsSync } from 'node:fs'
import type { RuleProblem } from '../config/config-file.ts'
import type { Cel } from '../custom-rules/cel.ts'
import type { PolicyFile } from '../language/policy-file.ts'
import { celLibrary } from './cel-library.ts'
import { type CommittedFile, committedBelow, type LastCommit, lastCommitAt } from './git/last-commit.ts'
import { type Found, findPolicies } from './policy-folders.ts'
import { reason } from './reason.ts'
import { readPolicyFileAt, readTextAt } from './text-file.ts'

/** The files of this machine, for a program that stays: every reading may find other things than the one before. */
export class Disk {
  readonly #ruleProblem: RuleProblem

  constructor(ruleProblem: RuleProblem) {
    this.#ruleProblem = ruleProblem
  }

  /** The local day, as an ISO date. */
  today(): string {
    const date = new Date()
    const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
    return `${date.getFullYear()}-${month}-${day}`
  }

  async findPolicies(
    paths: readonly string[],
    given: ReadonlySet<string>,
    configs: ReadonlyMap<string, string>,
  ): Promise<Found> {
    // Names are absolute, so that it does not matter where this process runs.
    return findPolicies(paths, '/', this.#ruleProblem, { given, configs, apart: true })
  }

  lastCommit(name: string, known: readonly LastCommit[]): LastCommit | undefined {
    return lastCommitAt(name, known)
  }

  committed(commit: LastCommit, name: string, configs: ReadonlyMap<string, string>): Iterable<CommittedFile> {
    return committedBelow(commit, name, this.#ruleProblem, configs)
  }

  cel(): Cel {
    return celLibrary()
  }

  async read(name: string): Promise<PolicyFile | { readonly unreadable: string } | undefined> {
    try {
      return readPolicyFileAt(name)
    } catch (error) {
      return existsSync(name) ? { unreadable: `This file cannot be read: ${reason(error)}.` } : undefined
    }
  }

  text(name: string): string | undefined {
    try {
      return readTextAt(name).text
    } catch {
      // Whoever asks can do without: the file has gone, or was never more than a name.
      return undefined
    }
  }
}
