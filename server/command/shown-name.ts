import { relative } from 'node:path'
import { nameOf } from '../hosts/policy-folders.ts'

/** How files are named in what the command prints: relative to where it runs, with forward slashes. */
export function shownFrom(cwd: string): (file: string) => string {
  const here = nameOf(cwd).replace(/\/?$/, '/')
  return (file) => (file.startsWith(here) ? file.slice(here.length) : nameOf(relative(cwd, file)) || '.')
}
