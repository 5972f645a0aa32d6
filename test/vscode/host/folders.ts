import assert from 'node:assert/strict'
import { Uri, workspace } from 'vscode'
import { closeAll, eventually, rulesIn, uriOf } from './editing.ts'

const ratings = 'people/ratings-research-and-development.yaml'
const names = ['meridian', 'second']

/** The two companies stay open for all suites after this one. */
describe('folders', () => {
  afterEach(closeAll)

  it('are checked as soon as they are added to the workspace, each by itself', async () => {
    const [plain] = workspace.workspaceFolders ?? []
    assert(plain)
    const added = names.map((name) => ({ uri: Uri.joinPath(plain.uri, '..', name), name }))
    assert(workspace.updateWorkspaceFolders(1, 0, ...added))
    await eventually(
      () => names.map((name) => rulesIn(uriOf(`${name}/${ratings}`))),
      ([first, second]) => {
        assert(first?.includes('performance/forced-distribution'))
        // One company's names are not doubles of the other's.
        assert.deepEqual(first, second)
      },
    )
  })

  it('show nothing any more once they have left the workspace', async () => {
    const gone = uriOf('second')
    const file = uriOf(`second/${ratings}`)
    assert(workspace.updateWorkspaceFolders(2, 1))
    await eventually(
      () => rulesIn(file),
      (rules) => assert.deepEqual(rules, []),
    )
    assert(workspace.updateWorkspaceFolders(2, 0, { uri: gone, name: 'second' }))
    await eventually(
      () => rulesIn(file),
      (rules) => assert(rules.includes('performance/forced-distribution')),
    )
  })
})
