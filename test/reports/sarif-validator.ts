import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { installed } from '../tools/install.ts'

/** What the validator has to say of a log, such as `error SARIF1002 runs[0].results[0]…`. */
export type Verdicts = readonly string[]

interface ValidatorLog {
  readonly runs: readonly {
    readonly invocations: readonly { readonly executionSuccessful: boolean }[]
    readonly results: readonly {
      readonly ruleId: string
      readonly level?: string
      readonly message: { readonly text?: string; readonly arguments?: readonly string[] }
      readonly locations: readonly [
        { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
      ]
    }[]
  }[]
}

/** Validates SARIF logs with Microsoft's validator, by the standard's schema and its rules. Returns errors and warnings by file. */
export function validateSarif(folder: string, files: readonly string[]): ReadonlyMap<string, Verdicts> {
  const load = installed('tools')
  // The package's main module is the path of its program; without install scripts nobody has made it executable.
  const program: string = load('@microsoft/sarif-multitool')
  chmodSync(program, 0o755)
  const output = join(folder, 'validated.sarif')
  const schema = join(dirname(program), 'sarif-2.1.0.json')
  const paths = files.map((file) => join(folder, file))
  const words = ['validate', ...paths, '--json-schema', schema, '--rule-kind', 'Sarif;Ghas', '--quiet', 'true']
  const { stderr, stdout, error } = spawnSync(program, [...words, '--output', output, '--log', 'ForceOverwrite'], {
    encoding: 'utf8',
    // .NET looks for libicu otherwise, which small systems do not have.
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  })
  const log = readLog(output, `${error?.message ?? ''}${stderr}${stdout}`)
  const results = log.runs.flatMap((run) => run.results)
  return new Map(
    files.map((file) => {
      const address = pathToFileURL(join(folder, file)).href
      const own = results.filter(({ locations }) => locations[0].physicalLocation.artifactLocation.uri === address)
      return [file, own.map((result) => verdict(result))]
    }),
  )
}

function verdict({ level, ruleId, message }: ValidatorLog['runs'][0]['results'][0]): string {
  return `${level ?? 'warning'} ${ruleId} ${message.text ?? message.arguments?.join(' ') ?? ''}`
}

function readLog(path: string, said: string): ValidatorLog {
  let log: ValidatorLog
  try {
    log = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Error(`The SARIF validator gave no answer: ${said}`, { cause: error })
  }
  const failed = log.runs.some(({ invocations }) => invocations.some(({ executionSuccessful }) => !executionSuccessful))
  if (failed) throw new Error(`The SARIF validator failed: ${said}`)
  return log
}
