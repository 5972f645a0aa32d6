import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Checker } from '../../server/checker/checker.ts'
import type { Finding } from '../../server/checker/finding.ts'
import { defaultSettings } from '../../server/checker/settings.ts'
import { decode } from '../../server/hosts/text-file.ts'
import { readPolicyFile } from '../../server/language/policy-file.ts'
import { rules } from '../../server/rules/generated/registry.ts'
import { Workspace } from '../../server/workspace/workspace.ts'

export const samples = fileURLToPath(new URL('../../samples', import.meta.url))

/** How the same text may stand on a disk. */
export const writtenAs: Readonly<Record<string, (text: string) => string>> = {
  'as it stands': (text) => text,
  'with CRLF line ends': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\uFEFF${text}`,
}

/** The policy files of a sample, relative to its folder. */
export function policyFiles(sample: string): readonly string[] {
  return readdirSync(join(samples, sample), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(?:ya?ml|json)$/.test(path))
    .sort()
}

/** Checks a sample as a workspace of its own, on the day of the samples unless another is given. */
export function check(sample: string, write = (text: string): string => text, today = '2026-11-23') {
  const workspace = new Workspace(today)
  const texts = new Map<string, string>()
  for (const path of policyFiles(sample)) {
    const written = write(readFileSync(join(samples, sample, path), 'utf8').replaceAll('\r\n', '\n'))
    const { text } = decode(Buffer.from(written))
    texts.set(path, text)
    workspace.replace(path, readPolicyFile(text))
  }
  const checker = new Checker(workspace, rules, defaultSettings)
  return { workspace, texts, findings: checker.findings(), judgements: checker.judgements }
}

/** The findings of a sample, a line each. */
export function findingsIn(sample: string, write?: (text: string) => string): readonly string[] {
  const { texts, findings } = check(sample, write)
  return findings.map((finding) => line(finding, texts.get(finding.place.file) ?? ''))
}

function line({ place, severity, rule }: Finding, text: string): string {
  const { file, start, end, range } = place
  const words = text.slice(range.start, range.end).replace(/\s+/g, ' ')
  const at = `${file}:${start.line + 1}:${start.column + 1}-${end.line + 1}:${end.column + 1}`
  return `${at}  ${severity}  ${rule}  «${words}»`
}
