import { nearest } from '../language/did-you-mean.ts'
import type { Path } from '../language/path.ts'
import type { ConcordConfig } from './generated/config.ts'
import { isPreset, presets } from './presets.ts'

/** One thing that a configuration extends, with its place. */
export interface ExtendedName {
  readonly name: string
  readonly path: Path
}

/** What a configuration extends, in the order in which it is written. */
export function extendedNames({ extends: written }: ConcordConfig): readonly ExtendedName[] {
  if (written === undefined) return []
  if (typeof written === 'string') return [{ name: written, path: ['extends'] }]
  return written.map((name, index) => ({ name, path: ['extends', index] }))
}

const relative = /^\.\.?(?:\/|$)/
const packageName = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*(?:\/.*)?$/i

/** Whether something extended is a file or folder named relative to the file that extends it; a package otherwise. */
export function isRelative(name: string): boolean {
  return relative.test(name)
}

/** What is wrong with the name itself; undefined where it may lead to something. */
export function nameProblem(name: string): string | undefined {
  if (isPreset(name)) return undefined
  if (name.startsWith('concord:')) {
    const meant = nearest(name, presets)
    return `There is no preset "${name}". ${meant === undefined ? `The presets are ${presets.join(', ')}.` : `Did you mean "${meant}"?`}`
  }
  if (/^[a-z]+:\/\//i.test(name))
    return 'Concord reads nothing from the network: extend a file or a package of this repository.'
  if (name.includes('\\')) return `Write "${name}" with forward slashes: "${name.replaceAll('\\', '/')}".`
  if (/^(?:\/|~\/|[a-z]:)/i.test(name)) return `Write "${name}" relative to this file: it starts with ./ or ../.`
  if (isRelative(name) || packageName.test(name)) return undefined
  return `"${name}" is neither a preset, nor a file relative to this one (./…), nor the name of a package.`
}
