import type { PolicyFile } from '../language/policy-file.ts'
import type { OpenFile } from './place.ts'

/** A file of a company with what was read of it. */
export interface CompanyFile {
  readonly name: string
  readonly content: PolicyFile
}

/** The files of a company as an open one sees them, in the order of their names: itself as it is in the editor. */
export function filesOf({ company, name, content }: OpenFile): readonly CompanyFile[] {
  const files = company.workspace.files
  if (files.some((file) => file.name === name))
    return files.map((file) => (file.name === name ? { name, content } : file))
  return [...files, { name, content }]
}

/** A file's text as it belongs to what `filesOf` says of it. */
export function textIn(open: OpenFile, file: string): string | undefined {
  return file === open.name ? open.text : open.company.textOf(file)
}
