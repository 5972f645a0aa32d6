// Bundles each program of Concord into dist/. A program whose entry does not exist is skipped, so that one can be removed or
// added by its entry alone.

import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { build, context } from 'esbuild'
import picomatch from 'picomatch'
import { rulePages } from './client/build/rule-pages.mjs'
import {
  apart,
  clientApart,
  expressionsApart,
  expressionsFile,
  languageClientFile,
  protocolFile,
  sharedProtocol,
  slimClient,
  versionOnly,
} from './client/build/smaller-bundles.mjs'
import { packagesIn, thirdPartyNotices } from './client/build/third-party-notices.mjs'
import { filesForLater, readLater } from './server/build/read-later.mjs'

const forNode = { platform: 'node', format: 'cjs', target: 'node20' }

/** Libraries that few commands need: each stands in a file of its own, so that a check does not pay for it. */
const loadedLater = { 'csv-parse/sync': 'csv-parse.cjs', 'ical.js': 'ical.cjs', chokidar: 'chokidar.cjs' }

/** @type {import('esbuild').BuildOptions[]} */
const programs = [
  {
    ...forNode,
    entryPoints: ['server/command/main.ts'],
    outfile: 'dist/concord.cjs',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [versionOnly, apart(loadedLater), expressionsApart, readLater],
  },
  // The language server: `concord lsp` and the extension start the same file.
  {
    ...forNode,
    entryPoints: ['server/protocol/node-main.ts'],
    outfile: 'dist/server.cjs',
    plugins: [sharedProtocol, versionOnly, expressionsApart],
  },
  // The page of the scorecard, with what draws its charts: loaded only where it is asked for.
  { ...forNode, entryPoints: ['server/reports/page/page.ts'], outfile: 'dist/scorecard-page.cjs' },
  {
    ...forNode,
    entryPoints: ['client/extension.ts'],
    outfile: 'dist/extension.cjs',
    external: ['vscode'],
    plugins: [clientApart],
    // The language client is required, also where it is asked for later: an import of it would not find its names.
    supported: { 'dynamic-import': false },
  },
  // Runs inside the view of the scorecard.
  {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['client/webview/scorecard.ts'],
    outfile: 'dist/scorecard-view.js',
  },
]

/** The entry of the file that the extension loads when it starts the server. */
const languageClient = {
  ...forNode,
  stdin: { contents: "module.exports = require('vscode-languageclient/node')", resolveDir: '.' },
  outfile: languageClientFile,
  external: ['vscode'],
  plugins: [sharedProtocol, slimClient],
}

/** The entry of the file that the extension and the server share. */
const protocol = {
  ...forNode,
  stdin: { contents: "module.exports = require('vscode-languageserver-protocol/node')", resolveDir: '.' },
  outfile: protocolFile,
}

/** The entry of the file that is read when there is a custom rule. */
const expressions = {
  ...forNode,
  stdin: { contents: "module.exports = require('@marcbachmann/cel-js')", resolveDir: '.' },
  outfile: expressionsFile,
}

const shared = {
  bundle: true,
  minify: true,
  // The maps stay beside the bundles and out of the package.
  sourcemap: 'external',
  sourcesContent: false,
  // What licences ask for stands in THIRD-PARTY-NOTICES.txt, written from what is bundled.
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
}

await mkdir('dist', { recursive: true })
await writeFile('dist/rule-pages.json', JSON.stringify(rulePages('docs')))

const libraries = Object.entries(loadedLater).map(([name, file]) => ({
  ...forNode,
  stdin: { contents: `module.exports = require('${name}')`, resolveDir: '.' },
  outfile: `dist/${file}`,
}))
/** The packages whose code is in each file, by its path. @type {Record<string, readonly string[]>} */
const bundled = {}
const later = (await filesForLater()).map((file) => ({ ...forNode, ...file }))
for (const library of [protocol, ...libraries, ...later, languageClient, expressions]) {
  const { metafile } = await build({ ...shared, ...library })
  bundled[library.outfile] = packagesIn(metafile)
}

const watch = process.argv.includes('--watch')

for (const program of programs) {
  const [entry] = program.entryPoints
  if (!existsSync(entry)) {
    console.warn(`esbuild.mjs: skipped ${program.outfile}, there is no ${entry}`)
    continue
  }
  const options = { ...shared, ...program }
  if (watch) await (await context(options)).watch()
  else bundled[program.outfile] = packagesIn((await build(options)).metafile)
  if (program.banner) await chmod(program.outfile, 0o755).catch(() => {})
}

if (!watch) {
  await writeFile('dist/third-party.json', JSON.stringify(bundled))
  const { files } = JSON.parse(await readFile('package.json', 'utf8'))
  await writeFile(
    'dist/THIRD-PARTY-NOTICES.txt',
    thirdPartyNotices(bundled, Object.keys(bundled).filter(picomatch(files))),
  )
}
