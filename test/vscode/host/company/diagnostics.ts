import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { DiagnosticSeverity, languages, Uri, WorkspaceEdit, workspace } from 'vscode'
import type { JsonReport } from '../../../../server/reports/json.ts'
import {
  closeAll,
  eventually,
  findingsIn,
  openFile,
  order,
  pathOf,
  read,
  remove,
  replace,
  ruleOf,
  rulesIn,
  uriOf,
  write,
} from '../editing.ts'

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}
const ratings = 'meridian/people/ratings-research-and-development.yaml'

/** What the command found in the folder before, in the words of an editor. */
function foundByCommand(): readonly string[] {
  const { findings }: JsonReport = JSON.parse(
    readFileSync(Uri.joinPath(uriOf('meridian'), '../expected.json').fsPath, 'utf8'),
  )
  return findings
    .map(({ file, line, column, endLine, endColumn, severity, rule }) =>
      [`meridian/${file}`, line - 1, column - 1, endLine - 1, endColumn - 1, severities[severity], rule].join(' '),
    )
    .sort(order)
}

function foundInEditor(folder: string): readonly string[] {
  return languages
    .getDiagnostics()
    .filter(([uri]) => pathOf(uri).startsWith(`${folder}/`))
    .flatMap(([uri]) =>
      findingsIn(uri).map((finding) => {
        const { start, end } = finding.range
        return [
          pathOf(uri),
          start.line,
          start.character,
          end.line,
          end.character,
          finding.severity,
          ruleOf(finding),
        ].join(' ')
      }),
    )
    .sort(order)
}

describe('diagnostics', () => {
  afterEach(closeAll)

  it('show in files that nobody opened what the command finds, at the same places', async () => {
    const expected = foundByCommand()
    assert(expected.length > 20)
    await eventually(
      () => foundInEditor('meridian'),
      (found) => assert.deepEqual(found, expected),
    )
  })

  it('say why, link to the page of the rule, and lead to related places', async () => {
    const [finding] = await eventually(
      () => findingsIn(uriOf('meridian/alliances/quillon-codevelopment.yaml')),
      (findings) => assert.equal(findings[0] && ruleOf(findings[0]), 'resources/commitment-underfunded'),
    )
    assert.match(finding?.message ?? '', /2\.5/)
    const target = typeof finding?.code === 'object' ? finding.code.target.toString() : ''
    assert.match(target, /^concord-rule:.*resources\/commitment-underfunded/)
    assert.deepEqual(
      finding?.relatedInformation?.map(({ location }) => pathOf(location.uri)),
      ['meridian/resources/people-and-money-2027.yaml'],
    )
  })

  it('go while a barrier is taken out, before the file is saved, and come back', async () => {
    const editor = await openFile(ratings)
    const { uri } = editor.document
    await eventually(
      () => rulesIn(uri),
      (rules) => assert(rules.includes('performance/forced-distribution')),
    )
    await replace(editor, 'mode: forced', 'mode: none')
    await eventually(
      () => rulesIn(uri),
      (rules) => assert(!rules.includes('performance/forced-distribution')),
    )
    await replace(editor, 'mode: none', 'mode: forced')
    await eventually(
      () => rulesIn(uri),
      (rules) => assert(rules.includes('performance/forced-distribution')),
    )
  })

  it('follow an unsaved change of another file, and its being given up', async () => {
    const agreement = uriOf('meridian/alliances/quillon-codevelopment.yaml')
    const plan = await openFile('meridian/resources/people-and-money-2027.yaml')
    await replace(plan, 'fte: 2.5', 'fte: 4')
    await eventually(
      () => rulesIn(agreement),
      (rules) => assert(!rules.includes('resources/commitment-underfunded')),
    )
    await closeAll()
    await eventually(
      () => rulesIn(agreement),
      (rules) => assert(rules.includes('resources/commitment-underfunded')),
    )
  })

  it('come with a new file, move with it, and go with it', async () => {
    const text = (await read(ratings)).replace('name: ratings-research-and-development', 'name: ratings-of-all')
    const hasBarrier = (rules: readonly string[]) => assert(rules.includes('performance/forced-distribution'))
    const isClear = (rules: readonly string[]) => assert.deepEqual(rules, [])
    await write('meridian/people/new.yaml', text)
    const [first, second] = [uriOf('meridian/people/new.yaml'), uriOf('meridian/people/moved.yaml')]
    try {
      await eventually(() => rulesIn(first), hasBarrier)
      const edit = new WorkspaceEdit()
      edit.renameFile(first, second)
      assert(await workspace.applyEdit(edit))
      await eventually(() => rulesIn(second), hasBarrier)
      await eventually(() => rulesIn(first), isClear)
      await remove('meridian/people/moved.yaml')
      await eventually(() => rulesIn(second), isClear)
    } finally {
      await Promise.allSettled([remove('meridian/people/new.yaml'), remove('meridian/people/moved.yaml')])
    }
  })

  it('follow the configuration as soon as it is saved, in its own folder alone', async () => {
    const [here, there] = [uriOf(ratings.replace('meridian', 'second')), uriOf(ratings)]
    const before = await read('second/.concord.yaml')
    const isThere = (rules: readonly string[]) => assert(rules.includes('performance/forced-distribution'))
    await eventually(() => rulesIn(here), isThere)
    try {
      await write('second/.concord.yaml', `${before}\nrules:\n  performance/forced-distribution: off\n`)
      await eventually(
        () => rulesIn(here),
        (rules) => assert(!rules.includes('performance/forced-distribution')),
      )
      isThere(rulesIn(there))
      await write('second/.concord.yaml', `${before}\nignore: [people/**]\n`)
      await eventually(
        () => rulesIn(here),
        (rules) => assert.deepEqual(rules, []),
      )
    } finally {
      await write('second/.concord.yaml', before)
    }
    await eventually(() => rulesIn(here), isThere)
  })

  it('show what is wrong in a configuration', async () => {
    const { document } = await openFile('second/.concord.yaml')
    const editor = await openFile('second/.concord.yaml')
    await replace(editor, 'root: true', 'roots: true')
    await eventually(
      () => languages.getDiagnostics(document.uri).map(({ message }) => message),
      (messages) => assert.match(messages.join('\n'), /roots/),
    )
  })

  it('go for a folder where the setting switches Concord off, and come back', async () => {
    const uri = uriOf(ratings.replace('meridian', 'second'))
    const settings = workspace.getConfiguration('concord', uriOf('second'))
    try {
      await settings.update('enable', false, 3)
      await eventually(
        () => rulesIn(uri),
        (rules) => assert.deepEqual(rules, []),
      )
      assert.notDeepEqual(rulesIn(uriOf(ratings)), [])
    } finally {
      await settings.update('enable', undefined, 3)
    }
    await eventually(
      () => rulesIn(uri),
      (rules) => assert.notDeepEqual(rules, []),
    )
  })
})
