import type { Checker } from '../checker/checker.ts'
import type { Settings } from '../checker/settings.ts'
import type { ConfigLead } from '../config/config-lead.ts'
import type { PolicyFile } from '../language/policy-file.ts'
import type { Range } from '../language/range.ts'
import type { Rule } from '../rules/rule.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The policies that are checked against one another, and what the checker says of them. */
export interface Company {
  readonly workspace: Workspace
  readonly checker: Checker
  readonly settings: Settings
  /** Concord's own rules, and those of the company. */
  readonly rules: readonly Rule[]
  /** The schema of a part of the configuration: of .concord.yaml, of what it extends, and of files with custom rules. */
  configSchemaOf(file: string): string | undefined
  /** The configuration in the nearest folder above a file that has one in force. */
  configAbove(file: string): string | undefined
  /** What a configuration names that are other files, with those that it leads to. */
  leadsFrom(file: string): readonly ConfigLead[]
  /** A file's text as it was read, without a byte order mark; an unsaved one where the file is open. */
  textOf(file: string): string | undefined
}

/** A file of a company as it is open in the editor, and what was read of exactly that text. */
export interface OpenFile {
  readonly company: Company
  readonly name: string
  readonly text: string
  readonly content: PolicyFile
}

/** A cursor in an open file. */
export interface Place extends OpenFile {
  readonly offset: number
}

export interface FileRange {
  readonly file: string
  readonly range: Range
}
