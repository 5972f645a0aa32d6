import assert from 'node:assert/strict'
import { cacheFolderName, isForeign } from '../../server/hosts/foreign-folders.ts'

describe('folders of other tools', () => {
  it('are told by a name anywhere in a path', () => {
    for (const name of ['node_modules', '.git', '.hg', '.svn', cacheFolderName])
      for (const path of [name, `/a/${name}`, `/a/${name}/b.yaml`, `a/${name}/`, `C:\\a\\${name}\\b.yaml`])
        assert.ok(isForeign(path), path)
  })
  it('are not those of like names', () => {
    for (const path of ['/a/.github/b.yaml', 'my-node_modules', '/a/.gitignore', '/a.git/b.yaml', '.concord.yaml'])
      assert.ok(!isForeign(path), path)
  })
})
