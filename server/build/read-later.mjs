// What a check of one policy does not need stands in files beside the command: Node skims every byte of a program before it starts.

import { readFile } from 'node:fs/promises'
import * as yaml from 'yaml'

/** @typedef {import('esbuild').Plugin} Plugin */
/** @typedef {import('esbuild').BuildOptions} BuildOptions */

const validators = 'server/language/generated/validators.js'

/** Modules of the project that stand in a file of their own. */
const modules = {
  'server/language/generated/schema-texts.ts': 'schema-texts.cjs',
  'server/config/generated/validator.js': 'config-validator.cjs',
}

/** @returns {Promise<readonly BuildOptions[]>} the files in `later/`, beside the command */
export async function filesForLater() {
  const contents = Object.entries({
    // Reads what is broken or out of the ordinary, and writes fixes.
    'yaml.cjs': "module.exports = require('yaml')",
    ...Object.fromEntries(Object.entries(modules).map(([module, file]) => [file, `export * from './${module}'`])),
    ...Object.fromEntries(
      (await kinds()).map((kind) => [`${kind}.cjs`, `export { ${kind} as validate } from './${validators}'`]),
    ),
  })
  return contents.map(([file, contents]) => ({
    stdin: { contents, resolveDir: '.' },
    outfile: `dist/later/${file}`,
  }))
}

/**
 * Has the command read each of those files when it first uses something of it.
 * @type {Plugin}
 */
export const readLater = {
  name: 'read-later',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/later\// }, ({ path }) => ({ path, external: true }))
    onResolve({ filter: /^yaml$/ }, () => ({
      path: 'yaml.cjs',
      namespace: 'read-later',
      pluginData: Object.keys(yaml),
    }))
    for (const [module, file] of Object.entries(modules)) {
      onResolve({ filter: ending(module) }, async () => ({
        path: file,
        namespace: 'read-later',
        pluginData: await exportedBy(module),
      }))
    }
    onLoad({ filter: /./, namespace: 'read-later' }, ({ path, pluginData }) => ({
      contents: readOnUse(path, pluginData),
    }))
    onLoad({ filter: ending(validators) }, async () => ({
      contents: `
const read = {
  ${(await kinds()).map((kind) => `${kind}: () => require('./later/${kind}.cjs'),`).join('\n  ')}
}
const known = {}
export const validatorFor = (kind) => (data) => {
  const { validate } = (known[kind] ??= read[kind]())
  return validate(data) ? [] : validate.errors
}`,
    }))
  },
}

/** @param {string} file @param {readonly string[]} names */
function readOnUse(file, names) {
  return `
let whole
for (const name of ${JSON.stringify(names)})
  Object.defineProperty(exports, name, { enumerable: true, get: () => (whole ??= require('./later/${file}'))[name] })`
}

/** @returns {Promise<readonly string[]>} the kinds of policies that have a validator */
async function kinds() {
  return (await exportedBy(validators)).filter((name) => name !== 'validatorFor')
}

/** @param {string} module */
async function exportedBy(module) {
  return [...(await readFile(module, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
}

/**
 * Matches an import of a module, and its path.
 * @param {string} module
 */
function ending(module) {
  const [name, folder] = module.split('/').reverse()
  return new RegExp(`${folder}[/\\\\]${name?.replaceAll('.', '\\.')}$`)
}
