import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The texts of all YAML files below a folder of the repository, by their names relative to it. */
export function textsBelow(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name) && entry.name !== '.concord.yaml')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(names.map((name) => [relative(folder, name), readFileSync(name, 'utf8')]))
}
