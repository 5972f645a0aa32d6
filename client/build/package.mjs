// Packages the extension as concord.vsix: only what it needs, and within its budget. Run after the build.
//
// The same package.json is that of the command, whose "files" vsce would take for its own; so the extension is put together in a folder.

import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { createVSIX, listFiles } from '@vscode/vsce'
import { thirdPartyNotices } from './third-party-notices.mjs'

const mostBytes = 450 * 1024
const mostFiles = 19

const target = 'concord.vsix'
const folder = 'dist/extension'

/** Where each file of the extension comes from, where that is not the same path. */
const files = {
  'dist/extension.cjs': '',
  'dist/scorecard-view.js': '',
  'dist/unpack.cjs': 'client/build/unpack.cjs',
  'syntaxes/concord.injection.tmLanguage.json': '',
  'client/media/concord.svg': '',
  'client/media/icon.png': '',
  'client/media/walkthrough.md': '',
  'README.md': 'docs/editor.md',
  'CHANGELOG.md': '',
  LICENSE: '',
}

/** The programs, which are run by unpack.cjs, and the pages of the rules, which client/packed.ts reads. */
const programs = ['protocol.cjs', 'language-client.cjs', 'server.cjs', 'expressions.cjs']
const pages = 'rule-pages.json'

/** What of package.json is the command's or the developers' alone. */
const foreign = ['type', 'bin', 'files', 'scripts', 'dependencies', 'devDependencies']

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
for (const key of foreign) delete manifest[key]
manifest.engines = { vscode: manifest.engines.vscode }

rmSync(folder, { recursive: true, force: true })
for (const [path, source] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  copyFileSync(source || path, join(folder, path))
}
for (const name of programs)
  writeFileSync(join(folder, 'dist', name), `require('./unpack.cjs').run('${name}', module)\n`)
const built = (/** @type {string} */ name) => readFileSync(join('dist', name), 'utf8')
// Names and texts one after the other, just as they are: any escape would count.
const packed = [...programs.map((name) => [name, built(name)]), ...Object.entries(JSON.parse(built(pages)))].flat()
if (packed.some((text) => text.includes('\0')))
  throw new Error('What is packed is parted by NUL, so it must hold none.')
const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS }
writeFileSync(join(folder, 'dist/packed.br'), brotliCompressSync(packed.join('\0'), { params }))
const inIt = [...programs.map((name) => `dist/${name}`), ...Object.keys(files)]
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(JSON.parse(built('third-party.json')), inIt))
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
writeFileSync(join(folder, '.vscodeignore'), '')

await createVSIX({
  cwd: folder,
  packagePath: target,
  dependencies: false,
  rewriteRelativeLinks: false,
  allowMissingRepository: true,
})

// vsce adds a manifest of its own and one of the content types.
const count = (await listFiles({ cwd: folder, dependencies: false })).length + 2
const bytes = statSync(target).size
console.log(`${target}: ${(bytes / 1024).toFixed(0)} KB of ${mostBytes / 1024}, ${count} files of ${mostFiles}`)
if (bytes > mostBytes || count > mostFiles) {
  console.error('The extension is over its budget.')
  process.exitCode = 1
}
