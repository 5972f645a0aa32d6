import assert from 'node:assert/strict'
import { clean, forced, misspelt, unfinished } from '../command/policies.ts'
import { concord, type Files, temporaryFolder } from '../command/running.ts'
import { hostile } from './hostile.ts'

interface Annotation {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Reads lines as GitHub's runner does: commands begin a line with ::, and older ones with ##[ anywhere in it. */
function read(out: string): { readonly annotations: readonly Annotation[]; readonly others: readonly string[] } {
  const annotations: Annotation[] = []
  const others: string[] = []
  const back = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%')
  for (const line of out.split(/\r\n|\n|\r/)) {
    const match = /^\s*::(\w+) (.*?)::(.*)$/s.exec(line)
    if (match === null) {
      assert.ok(!line.includes('##['), line)
      others.push(line)
      continue
    }
    const [, command = '', given = '', message = ''] = match
    const properties = Object.fromEntries(
      given.split(',').map((each) => {
        const at = each.indexOf('=')
        return [each.slice(0, at), back(each.slice(at + 1))]
      }),
    )
    annotations.push({ command, properties, message: back(message) })
  }
  return { annotations, others }
}

function report(files: Files) {
  return read(concord(temporaryFolder(files), ['check', '--format', 'github']).out)
}

const many = (count: number, policy: string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${index + 10}.yaml`, policy.replace(/name: \w+/, `name: p${index}`)]),
  )

describe('the report for GitHub', () => {
  it('is an annotation at the place of each finding', () => {
    const { annotations, others } = report({ 'in/a.yaml': misspelt, 'b.yaml': unfinished })
    assert.deepEqual(
      annotations.map(({ command, properties }) => [command, properties]),
      [
        [
          'error',
          { file: 'in/a.yaml', line: '5', endLine: '5', col: '3', endColumn: '7', title: 'language/unknown-field' },
        ],
        [
          'warning',
          { file: 'b.yaml', line: '5', endLine: '5', col: '10', endColumn: '29', title: 'language/placeholder' },
        ],
      ],
    )
    assert.match(annotations[0]?.message ?? '', /^"titel" is not a field/)
    assert.deepEqual(others, ['Concord: 1 error, 1 warning in 2 policies (2 files)', ''])
  })
  it('escapes what would end a message or a property', () => {
    const { out } = concord(temporaryFolder({ 'a,b:c%.yaml': misspelt.replace('titel', '"50 %\\r\\n::error::x"') }), [
      'check',
      '--format',
      'github',
    ])
    assert.match(out, /^::error file=a%2Cb%3Ac%25\.yaml,line=5,/)
    const [annotation, ...others] = read(out).annotations
    assert.deepEqual(others, [])
    assert.equal(annotation?.properties['file'], 'a,b:c%.yaml')
    assert.match(annotation?.message ?? '', /50 %\s+::error::x/)
  })
  it('holds no command that a policy made up', () => {
    const { annotations } = report({
      ...many(12, misspelt.replace('titel', '"##[error]x\\n::warning::y"')),
      ...hostile,
    })
    for (const { command, properties } of annotations) {
      assert.ok(['error', 'warning', 'notice'].includes(command))
      assert.match(properties['title'] ?? '', /^(?:language|performance)\//)
    }
  })
  it('gives ten annotations of each severity, and says which others there are', () => {
    const { annotations, others } = report({ ...many(13, misspelt), 'z.yaml': unfinished })
    const of = (command: string): number => annotations.filter((each) => each.command === command).length
    assert.deepEqual([of('error'), of('warning')], [10, 1])
    assert.equal(others[0], 'GitHub shows 10 annotations of each severity in a step; 3 more are only listed here:')
    assert.match(others[1] ?? '', /^error language\/unknown-field 20\.yaml:5:3 "titel" is not/)
    assert.equal(others.length, 6)
  })
  it('begins with the worst', () => {
    const { annotations } = report({ 'a.yaml': unfinished, 'b.yaml': forced })
    assert.deepEqual(
      annotations.map(({ command }) => command),
      ['error', 'error', 'warning'],
    )
  })
  it('has an annotation for what could not be checked', () => {
    const { annotations } = report({ 'a.yaml': clean, '.concord.yaml': 'root: perhaps\n' })
    assert.deepEqual(
      annotations.map(({ properties }) => properties),
      [{ file: '.concord.yaml', line: '1', col: '7', title: 'Concord' }],
    )
  })
})
