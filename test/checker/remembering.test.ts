import assert from 'node:assert/strict'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { anyChange, everyRead } from '../../server/workspace/tracking.ts'
import { indexOf, Workspace } from '../../server/workspace/workspace.ts'

describe('An index over the policies of one kind', () => {
  const read: string[] = []
  const normsByValue = indexOf('CulturalNorms', function* (norms) {
    read.push(norms.metadata.name)
    for (const { name } of norms.spec.values ?? []) yield [name, norms.metadata.title] as const
  })

  function company(tracking = everyRead()): Workspace {
    const workspace = new Workspace('2026-11-02', tracking)
    workspace.change(() => {
      for (const team of ['east', 'north', 'west']) workspace.replace(`${team}.yaml`, norms(team, 'candour'))
    })
    return workspace
  }

  beforeEach(() => {
    read.length = 0
  })

  it('reads only the edited policy again', () => {
    const workspace = company()
    assert.deepEqual(normsByValue(workspace, 'candour'), ['Norms of east', 'Norms of north', 'Norms of west'])
    read.length = 0
    workspace.replace('north.yaml', norms('north', 'courage'))
    assert.deepEqual(normsByValue(workspace, 'candour'), ['Norms of east', 'Norms of west'])
    assert.deepEqual(normsByValue(workspace, 'courage'), ['Norms of north'])
    assert.deepEqual(read, ['north'])
  })

  it('knows policies that come and go', () => {
    const workspace = company()
    normsByValue(workspace, 'candour')
    workspace.replace('middle.yaml', norms('middle', 'candour'))
    workspace.remove('east.yaml')
    assert.deepEqual(normsByValue(workspace, 'candour'), ['Norms of middle', 'Norms of north', 'Norms of west'])
  })

  it('answers the same where nothing is remembered beyond a change', () => {
    const workspace = company(anyChange())
    assert.deepEqual(normsByValue(workspace, 'candour'), ['Norms of east', 'Norms of north', 'Norms of west'])
    workspace.replace('north.yaml', norms('north', 'courage'))
    assert.deepEqual(normsByValue(workspace, 'courage'), ['Norms of north'])
  })
})

describe('The files of a workspace', () => {
  it('stay in the order of their names while they are edited, come and go', () => {
    const workspace = new Workspace('2026-11-02')
    for (const team of ['west', 'east', 'north']) workspace.replace(`${team}.yaml`, norms(team, 'candour'))
    const names = () => workspace.files.map(({ name }) => name)
    assert.deepEqual(names(), ['east.yaml', 'north.yaml', 'west.yaml'])
    const edited = norms('north', 'courage')
    workspace.replace('north.yaml', edited)
    assert.deepEqual(names(), ['east.yaml', 'north.yaml', 'west.yaml'])
    assert.equal(workspace.files[1]?.content, edited)
    workspace.remove('east.yaml')
    workspace.replace('middle.yaml', norms('middle', 'candour'))
    assert.deepEqual(names(), ['middle.yaml', 'north.yaml', 'west.yaml'])
    assert.deepEqual(
      workspace.entries.map(({ name }) => name),
      ['middle', 'north', 'west'],
    )
  })
})

function norms(team: string, value: string): ReturnType<typeof readPolicyFile> {
  return readPolicyFile(`apiVersion: leadership/v1
kind: CulturalNorms
metadata:
  name: ${team}
  title: Norms of ${team}
spec:
  values:
    - name: ${value}
      title: A value
`)
}
