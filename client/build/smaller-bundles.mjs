// The extension has 450 KB; its bundles together would have more.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** @typedef {import('esbuild').Plugin} Plugin */

export const protocolFile = 'dist/protocol.cjs'
export const languageClientFile = 'dist/language-client.cjs'
export const expressionsFile = 'dist/expressions.cjs'

/**
 * The extension and the language server load the protocol's own library from one file beside them.
 * @type {Plugin}
 */
export const sharedProtocol = {
  name: 'shared-protocol',
  setup({ onResolve }) {
    onResolve({ filter: /^vscode-languageserver-protocol(\/node)?$/ }, () => ({
      path: './protocol.cjs',
      external: true,
    }))
  },
}

/**
 * Loads packages from files beside the program instead of taking them in: file names by package.
 * @param {Readonly<Record<string, string>>} files
 * @returns {Plugin}
 */
export const apart = (files) => ({
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path }) =>
      Object.hasOwn(files, path) ? { path: `./${files[path]}`, external: true } : undefined,
    )
  },
})

/** The extension loads the language client when a policy shows up: so it can be packed with the server. */
export const clientApart = apart({ 'vscode-languageclient/node': 'language-client.cjs' })

/**
 * The library for the expressions of custom rules stands in a file beside the programs, which is read when there is a custom rule.
 * @type {Plugin}
 */
export const expressionsApart = {
  name: 'expressions-apart',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/expressions\.cjs$/ }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /hosts[\\/]cel-library\.ts$/ }, () => ({
      contents: "export const celLibrary = () => require('./expressions.cjs')",
    }))
  },
}

/** What vscode-languageclient needs for less than Concord does with it, and what stands in for it. */
const replacements = {
  // Matches patterns of files in document selectors; Concord's have none.
  minimatch: 'exports.Minimatch = class { makeRe() { return false } }',
  // Refuse versions of VS Code that "engines" in package.json rules out already.
  'semver/functions/parse': 'module.exports = () => ({})',
  'semver/functions/satisfies': 'module.exports = () => true',
}

/**
 * Modules of vscode-languageclient for features that Concord's server does not offer. Who adds one there takes it off this list. The one
 * for notebooks stays: diagnostics ask it.
 */
const notOffered = [
  'callHierarchy',
  'colorProvider',
  'declaration',
  'fileOperations',
  'formatting',
  'implementation',
  'inlineCompletion',
  'inlineValue',
  'linkedEditingRange',
  'protocolCallHierarchyItem',
  'protocolTypeHierarchyItem',
  'signatureHelp',
  'textDocumentContent',
  'typeDefinition',
  'typeHierarchy',
]

/** A feature that tells the server of no ability, and does nothing. */
const noFeature =
  'class NoFeature { getState() { return { kind: "static" } } fillClientCapabilities() {} initialize() {} clear() {} }'

/**
 * The language client without what is never needed here: a third of it.
 * @type {Plugin}
 */
export const slimClient = {
  name: 'slim-client',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(minimatch|semver\/functions\/(parse|satisfies))$/ }, ({ path }) => ({
      path,
      namespace: 'replacement',
    }))
    onLoad({ filter: /./, namespace: 'replacement' }, ({ path }) => ({ contents: replacements[path] }))
    const modules = new RegExp(
      `[\\\\/]vscode-languageclient[\\\\/]lib[\\\\/]common[\\\\/](${notOffered.join('|')})\\.js$`,
    )
    onLoad({ filter: modules }, async ({ path }) => {
      const names = [...(await readFile(path, 'utf8')).matchAll(/^exports\.(\w+) = \w+;$/gm)].map(([, name]) => name)
      return { contents: `${noFeature}\n${names.map((name) => `exports.${name} = NoFeature`).join('\n')}` }
    })
  },
}

/**
 * Of package.json a program needs its version; the rest describes the extension to VS Code.
 * @type {Plugin}
 */
export const versionOnly = {
  name: 'version-only',
  setup({ onLoad }) {
    const manifest = fileURLToPath(new URL('../../package.json', import.meta.url))
    onLoad({ filter: /package\.json$/ }, async ({ path }) => {
      if (path !== manifest) return undefined
      const { version } = JSON.parse(await readFile(path, 'utf8'))
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
  },
}
