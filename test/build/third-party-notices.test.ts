import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import picomatch from 'picomatch'
import { packagesIn, thirdPartyNotices } from '../../client/build/third-party-notices.mjs'
import { temporaryFolder } from '../command/running.ts'

describe('the notices of third parties', () => {
  const bundled: Readonly<Record<string, readonly string[]>> = JSON.parse(readFileSync('dist/third-party.json', 'utf8'))
  const { files }: { readonly files: string[] } = JSON.parse(readFileSync('package.json', 'utf8'))
  const packed = Object.keys(bundled).filter((file) => picomatch.isMatch(file, files))
  const written = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8')

  it('come along in the package of the command, and are about its bundles', () => {
    assert.ok(files.includes('dist/THIRD-PARTY-NOTICES.txt'))
    const patterns = files.filter((file) => file.endsWith('.cjs'))
    assert.deepEqual(
      patterns.filter((pattern) => !Object.keys(bundled).some((file) => picomatch.isMatch(file, pattern))),
      [],
    )
    assert.equal(written, thirdPartyNotices(bundled, packed))
  })
  it('name every package whose code is in them, its licence and where its source is', () => {
    const folders = packed.flatMap((file) => bundled[file] ?? [])
    assert.ok(folders.includes('node_modules/ical.js') && folders.includes('node_modules/yaml'))
    for (const folder of folders) {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
      assert.ok(written.includes(`\n${name} ${version} (${license}): https://`), name)
    }
    assert.match(written, /ical\.js \S+ \(MPL-2\.0\): https:\/\/github\.com\/\S+\s+Mozilla Public License/)
  })
  it('are for the extension about what is in the extension', () => {
    const notices = thirdPartyNotices(bundled, ['dist/extension.cjs', 'dist/language-client.cjs', 'dist/server.cjs'])
    assert.match(notices, /vscode-languageclient/)
    assert.doesNotMatch(notices, /ical\.js|csv-parse/)
  })
  it('count a package only where its code is left, and the innermost of nested ones', () => {
    const outputs = {
      'a.cjs': {
        bytes: 6,
        imports: [],
        exports: [],
        inputs: {
          'node_modules/kept/index.js': { bytesInOutput: 1 },
          'node_modules/kept/node_modules/@in/ner/x.js': { bytesInOutput: 2 },
          'node_modules/dropped/index.js': { bytesInOutput: 0 },
          'server/own.ts': { bytesInOutput: 3 },
        },
      },
    }
    assert.deepEqual(packagesIn({ outputs }), ['node_modules/kept', 'node_modules/kept/node_modules/@in/ner'])
  })
  it('are not written for a package without a licence', () => {
    const folder = temporaryFolder({ 'package.json': '{ "name": "bare", "version": "1.0.0", "license": "MIT" }' })
    assert.throws(() => thirdPartyNotices({ a: [folder] }, ['a']), /bare in a bundle has no licence/)
  })
})
