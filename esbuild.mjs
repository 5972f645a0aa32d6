// Bundles each program of Concord into dist/. A program whose entry does not exist is skipped, so that one can be removed or
// added by its entry alone.

import { existsSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { build, context } from 'esbuild'

const forNode = { platform: 'node', format: 'cjs', target: 'node20' }

/** @type {import('esbuild').BuildOptions[]} */
const programs = [
  {
    ...forNode,
    entryPoints: ['server/command/main.ts'],
    outfile: 'dist/concord.cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
]

const shared = {
  bundle: true,
  minify: true,
  // The maps stay beside the bundles and out of the package.
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
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
  else await build(options)
  if (program.banner) await chmod(program.outfile, 0o755).catch(() => {})
}
