// Comes along in the package. The programs are compressed there once more, all together: twice as well as each by itself.

const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { compileFunction } = require('node:vm')
const { brotliDecompressSync } = require('node:zlib')

/** @type {Record<string, string> | undefined} */
let unpacked

/** Every file of the package, kept only as long as programs load one another. */
function files() {
  if (unpacked === undefined) {
    const parts = brotliDecompressSync(readFileSync(join(__dirname, 'packed.br')))
      .toString('utf8')
      .split('\0')
    unpacked = {}
    for (let at = 0; at + 1 < parts.length; at += 2) unpacked[parts[at] ?? ''] = parts[at + 1] ?? ''
    setImmediate(() => {
      unpacked = undefined
    })
  }
  return unpacked ?? {}
}

/** Runs a program of the package as the module that asks for it. */
exports.run = (/** @type {string} */ name, /** @type {NodeJS.Module} */ module) => {
  const wrapper = compileFunction(files()[name] ?? '', ['exports', 'require', 'module', '__filename', '__dirname'], {
    filename: join(__dirname, `unpacked-${name}`),
  })
  wrapper(module.exports, module.require.bind(module), module, join(__dirname, name), __dirname)
}
