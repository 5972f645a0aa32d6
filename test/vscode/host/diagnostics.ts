import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { ConfigurationTarget, DiagnosticSeverity, languages, Uri, WorkspaceEdit, workspace } from 'vscode'
import type { JsonReport } from '../../../server/reports/json.ts'
import {
  closeAll,
  eventually,
  findingsIn,
  move,
  openFile,
  order,
  pathOf,
  read,
  remove,
  replace,
  ruleOf,
  rulesIn,
  untilFound,
  untilGone,
  uriOf,
  write,
} from './editing.ts'

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}
const ratings = 'meridian/people/ratings-research-and-development.yaml'
const agreement = 'meridian/alliances/quillon-codevelopment.yaml'
const forced = 'performance/forced-distribution'
const underfunded = 'resources/commitment-underfunded'

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
  const own = languages.getDiagnostics().filter(([uri]) => pathOf(uri).startsWith(`${folder}/`))
  return own.flatMap(([uri]) => findingsIn(uri).map((finding) => inWords(pathOf(uri), finding))).sort(order)
}

function inWords(path: string, finding: ReturnType<typeof findingsIn>[number]): string {
  const { start, end } = finding.range
  return [path, start.line, start.character, end.line, end.character, finding.severity, ruleOf(finding)].join(' ')
}

async function rename(from: Uri, to: Uri): Promise<void> {
  const edit = new WorkspaceEdit()
  edit.renameFile(from, to)
  assert(await workspace.applyEdit(edit))
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
      () => findingsIn(uriOf(agreement)),
      (findings) => assert.equal(findings[0] && ruleOf(findings[0]), underfunded),
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
    await untilFound(uri, forced)
    await replace(editor, 'mode: forced', 'mode: none')
    await untilGone(uri, forced)
    await replace(editor, 'mode: none', 'mode: forced')
    await untilFound(uri, forced)
  })

  it('follow an unsaved change of another file, and its being given up', async () => {
    const plan = await openFile('meridian/resources/people-and-money-2027.yaml')
    await replace(plan, 'fte: 2.5', 'fte: 4')
    await untilGone(uriOf(agreement), underfunded)
    await closeAll()
    await untilFound(uriOf(agreement), underfunded)
  })

  it('come with a file that appears from outside, move with it, change with it, and go with it', async () => {
    const [first, second] = ['meridian/people/new.yaml', 'meridian/people/moved.yaml']
    const text = read(ratings).replace('name: ratings-research-and-development', 'name: ratings-of-all')
    try {
      write(first, text)
      await untilFound(uriOf(first), forced)
      move(first, second)
      await untilFound(uriOf(second), forced)
      await eventually(
        () => rulesIn(uriOf(first)),
        (rules) => assert.deepEqual(rules, []),
      )
      write(second, text.replace('mode: forced', 'mode: none'))
      await untilGone(uriOf(second), forced)
      assert.notDeepEqual(rulesIn(uriOf(second)), [])
      remove(second)
      await eventually(
        () => rulesIn(uriOf(second)),
        (rules) => assert.deepEqual(rules, []),
      )
    } finally {
      for (const path of [first, second]) remove(path)
    }
  })

  it('move with a file that is renamed in the editor, with what was typed in it', async () => {
    const second = ratings.replace('meridian', 'second')
    const [first, last] = [uriOf(second), uriOf('second/people/ratings.yaml')]
    const editor = await openFile(second)
    await untilFound(first, forced)
    const rules = rulesIn(first)
    await replace(editor, 'mode: forced', 'mode: none')
    await rename(first, last)
    try {
      await eventually(
        () => rulesIn(last),
        (found) => assert.notDeepEqual(found, []),
      )
      await untilGone(last, forced)
      await eventually(
        () => rulesIn(first),
        (found) => assert.deepEqual(found, []),
      )
      await closeAll()
    } finally {
      await rename(last, first)
    }
    await eventually(
      () => rulesIn(first),
      (found) => assert.deepEqual(found, rules),
    )
  })

  it('follow the configuration as soon as it is saved, in its own folder alone', async () => {
    const [here, there] = [uriOf(ratings.replace('meridian', 'second')), uriOf(ratings)]
    const before = read('second/.concord.yaml')
    await untilFound(here, forced)
    try {
      write('second/.concord.yaml', `${before}\nrules:\n  ${forced}: off\n`)
      await untilGone(here, forced)
      assert(rulesIn(there).includes(forced))
      write('second/.concord.yaml', `${before}\nignore: [people/**]\n`)
      await eventually(
        () => rulesIn(here),
        (rules) => assert.deepEqual(rules, []),
      )
    } finally {
      write('second/.concord.yaml', before)
    }
    await untilFound(here, forced)
  })

  it('show what is wrong in a configuration', async () => {
    const editor = await openFile('second/.concord.yaml')
    await replace(editor, 'root: true', 'roots: true')
    await eventually(
      () => languages.getDiagnostics(editor.document.uri).map(({ message }) => message),
      (messages) => assert.match(messages.join('\n'), /roots/),
    )
  })

  it('go for a folder where the setting switches Concord off, and come back', async () => {
    const uri = uriOf(ratings.replace('meridian', 'second'))
    const settings = workspace.getConfiguration('concord', uriOf('second'))
    try {
      await settings.update('enable', false, ConfigurationTarget.WorkspaceFolder)
      await eventually(
        () => rulesIn(uri),
        (rules) => assert.deepEqual(rules, []),
      )
      assert.notDeepEqual(rulesIn(uriOf(ratings)), [])
    } finally {
      await settings.update('enable', undefined, ConfigurationTarget.WorkspaceFolder)
    }
    await untilFound(uri, forced)
  })
})
