import { join } from 'node:path'
import picomatch from 'picomatch'
import type { PlacedConfig } from '../config/config-chain.ts'
import { type PlacedRule, readCustomRules } from '../config/custom-rule-file.ts'
import type { FileProblem } from '../config/extended-configs.ts'
import { folderOf, isBelow, nameFrom } from '../config/file-names.ts'
import { nearest } from '../language/did-you-mean.ts'
import type { Path } from '../language/path.ts'
import type { Files } from './files.ts'
import type { FolderConfigs } from './folder-configs.ts'
import { isForeign } from './foreign-folders.ts'
import { nameOf } from './input-error.ts'

/** The custom rules of a workspace as they are written, and what is wrong with where they stand. */
export interface FoundRules {
  readonly rules: readonly PlacedRule[]
  readonly problems: readonly FileProblem[]
  /** The files that hold rules. */
  readonly files: ReadonlySet<string>
}

/** So many files may hold rules. */
const mostFiles = 500

/** Collects the custom rules that configurations declare, in their order. Patterns are relative to the file that says them. */
export function customRulesOf(configs: readonly PlacedConfig[], folders: FolderConfigs, files: Files): FoundRules {
  const rules: PlacedRule[] = []
  const problems: FileProblem[] = []
  const read = new Set<string>()
  for (const { file, config, places, root } of configs) {
    for (const [index, declared] of (config.customRules ?? []).entries()) {
      const path: Path = ['customRules', index]
      if (typeof declared !== 'string') {
        rules.push({ definition: declared, file, places, path })
        continue
      }
      const problem = (message: string): unknown => problems.push({ ...places.problemAt(path, message), file })
      const named = filesNamed(declared, folderOf(file), root, files)
      if ('problem' in named) {
        problem(named.problem)
        continue
      }
      folders.leads.push({ file, path, name: declared, to: named.files })
      for (const name of named.files) {
        if (read.has(name)) continue
        read.add(name)
        const text = folders.textOrReason(name)
        if (typeof text !== 'string') {
          problem(`"${declared}" cannot be read: ${text.unreadable}.`)
          continue
        }
        const found = readCustomRules(name, text)
        if ('rules' in found) rules.push(...found.rules)
        else problems.push(...found.problems.map((each) => ({ ...each, file: name })))
      }
    }
  }
  problems.push(...repeated(rules), ...unknownSettings(configs, rules))
  return { rules, problems, files: read }
}

function filesNamed(
  pattern: string,
  from: string,
  root: string,
  files: Files,
): { readonly files: readonly string[] } | { readonly problem: string } {
  const { base, isGlob } = picomatch.scan(pattern.replace(/^\.\//, ''))
  const start = nameFrom(from, base)
  if (!isBelow(start, root))
    return { problem: `"${pattern}" lies outside the workspace, which is ${root}. Only files in it are read.` }
  const found: string[] = []
  if (!isGlob) {
    if (files.standing(start) === 'file') found.push(start)
  } else {
    const matches = picomatch(nameFrom(from, pattern))
    const folders = files.standing(start) === 'folder' ? [start] : []
    for (let folder = folders.pop(); folder !== undefined && found.length <= mostFiles; folder = folders.pop()) {
      for (const { name, kind } of files.list(folder)) {
        const path = nameOf(join(folder, name))
        if (kind === 'folder' && !isForeign(name)) folders.push(path)
        else if (kind === 'file' && matches(path)) found.push(path)
      }
    }
  }
  const inside = found.filter((file) => isBelow(nameOf(files.real(file)), nameOf(files.real(root))))
  if (inside.length === 0) return { problem: `There is no file "${pattern}", seen from the folder of this one.` }
  if (inside.length > mostFiles) return { problem: `"${pattern}" names more than ${mostFiles} files.` }
  return { files: inside.sort() }
}

function repeated(rules: readonly PlacedRule[]): readonly FileProblem[] {
  const known = new Map<string, PlacedRule>()
  return rules.flatMap((rule) => {
    const { id } = rule.definition
    const first = known.get(id)
    if (first === undefined) {
      known.set(id, rule)
      return []
    }
    const { line } = first.places.positionOf(first.path)
    const message = `There is another rule "${id}", in ${first.file.slice(first.file.lastIndexOf('/') + 1)}:${line + 1}.`
    return [{ ...rule.places.problemAt([...rule.path, 'id'], message), file: rule.file }]
  })
}

/** Settings and waivers of custom rules that nobody declares, and settings with options that they do not have. */
function unknownSettings(configs: readonly PlacedConfig[], rules: readonly PlacedRule[]): readonly FileProblem[] {
  const byId = new Map(rules.map(({ definition }) => [definition.id, definition]))
  const noSuch = (id: string): string => {
    const meant = nearest(id, byId.keys())
    return `There is no custom rule "${id}". ${meant === undefined ? 'customRules names none of that id.' : `Did you mean "${meant}"?`}`
  }
  return configs.flatMap(({ config, places, file, waivers }) => {
    const waived = waivers.flatMap(({ rule, path }) =>
      !rule.startsWith('custom/') || byId.has(rule)
        ? []
        : [{ ...places.problemAt([...path, 'rule'], noSuch(rule)), file }],
    )
    const overrides = (config.overrides ?? []).map((each, index) => ({
      path: ['overrides', index, 'rules'],
      set: each.rules,
    }))
    const set = [{ path: ['rules'], set: config.rules }, ...overrides].flatMap(({ path, set }) =>
      Object.entries(set ?? {}).flatMap(([id, setting]): readonly FileProblem[] => {
        if (!id.startsWith('custom/')) return []
        const rule = byId.get(id)
        const at = (message: string) => [{ ...places.problemAtKey([...path, id], message), file }]
        if (rule === undefined) return at(noSuch(id))
        const options = Object.keys(rule.options ?? {})
        const unknown =
          typeof setting === 'string'
            ? undefined
            : Object.keys(setting.options ?? {}).find((name) => !options.includes(name))
        if (unknown === undefined) return []
        return at(
          `The rule "${id}" has no option "${unknown}". ${options.length === 0 ? 'It has none.' : `Its options: ${options.join(', ')}.`}`,
        )
      }),
    )
    return [...set, ...waived]
  })
}
