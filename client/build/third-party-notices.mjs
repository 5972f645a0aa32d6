// The licences of the packages whose code is in the bundles, as their authors ask for: for the package of the command, and the extension.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folders of the packages whose code is in a bundle, in the order of their names. What was left out as unused does not count.
 * @param {Pick<import('esbuild').Metafile, 'outputs'>} metafile
 * @returns {readonly string[]}
 */
export function packagesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  )
  const folders = inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}

/**
 * The notices for some of the bundles: each licence once, with the packages that it is for and where their source is.
 * @param {Readonly<Record<string, readonly string[]>>} bundled The folders of packages by bundle
 * @param {readonly string[]} files The bundles that are meant; what is none counts for nothing
 */
export function thirdPartyNotices(bundled, files) {
  const folders = [...new Set(files.flatMap((file) => bundled[file] ?? []))].sort()
  /** @type {Map<string, string[]>} */
  const byLicence = new Map()
  for (const folder of folders) {
    const { name, version, license, repository, homepage } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    )
    const text = licenceIn(folder)
    if (text === undefined || license === undefined) throw new Error(`${name} in a bundle has no licence.`)
    const source = addressOf(repository) ?? homepage ?? `https://www.npmjs.com/package/${name}`
    byLicence.set(text, [...(byLicence.get(text) ?? []), `${name} ${version} (${license}): ${source}`])
  }
  const parts = [...byLicence].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`)
  return [`Concord contains code of these packages, minified and without what Concord does not use.`, ...parts]
    .join(`\n\n${'-'.repeat(80)}\n\n`)
    .concat('\n')
}

/** @param {string} folder */
function licenceIn(folder) {
  const names = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(name))
    .sort()
  if (names.length === 0) return undefined
  return names.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n')
}

/** @param {string | { readonly url: string } | undefined} repository */
function addressOf(repository) {
  const url = typeof repository === 'string' ? repository : repository?.url
  if (url === undefined) return undefined
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1]
  return short === undefined
    ? url.replace(/^git\+/, '').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    : `https://github.com/${short}`
}
