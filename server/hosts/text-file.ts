import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { type PolicyFile, readPolicyFile, withProblem } from '../language/policy-file.ts'
import type { Files } from './files.ts'

/** Larger files are not read; a company's whole leadership system is a few megabytes in many files. */
export const largestBytes = 10 * 1024 * 1024

const mark = '\uFEFF'

/** A file's text without its byte order mark, and whether it had one, so that it can be written back as it was. */
export interface TextFile {
  readonly text: string
  readonly marked: boolean
  /** Only UTF-8 is ever written back: of any other encoding, some bytes would come out changed. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'unknown'
}

/** Reads a file for checking. Throws only what the operating system throws. */
export function readPolicyFileAt(path: string): PolicyFile {
  const { size } = statSync(path)
  return size > largestBytes ? tooLarge(size) : policyFileOf(readFileSync(path))
}

function tooLarge(bytes: number): PolicyFile {
  const megabytes = (count: number): number => Math.ceil(count / 1024 / 1024)
  const message = `This file has ${megabytes(bytes)} MB and was not read; Concord reads files of up to ${megabytes(largestBytes)} MB.`
  return withProblem(readPolicyFile(''), '', message, 0)
}

type ReadPolicies = { readonly path: string } & ({ readonly content: PolicyFile } | { readonly unreadable: string })

/**
 * The policies of many files, each with its path, or why a file cannot be read. What was read before of the same bytes at the same path
 * is taken from `known` and added to it; never from another path, since a policy is told from its copies by identity.
 */
export function* readPolicyFiles(
  files: Files,
  paths: readonly string[],
  known = new Map<string, PolicyFile>(),
): Generator<ReadPolicies> {
  const keyOf = (path: string): string | undefined => {
    const id = files.contentId(path)
    return id === undefined ? undefined : `${id} ${path}`
  }
  const unknown: string[] = []
  for (const path of paths) {
    const content = known.get(keyOf(path) ?? '')
    if (content === undefined) unknown.push(path)
    else yield { path, content }
  }
  for (const read of files.contents(unknown, largestBytes)) {
    if ('unreadable' in read) yield read
    else {
      const { path } = read
      const content = 'bytes' in read ? policyFileOf(read.bytes) : tooLarge(read.size)
      const key = keyOf(path)
      if (key !== undefined) known.set(key, content)
      yield { path, content }
    }
  }
}

/** The policies in a file's bytes. Files that cannot hold any are not even decoded. */
export function policyFileOf(bytes: Buffer): PolicyFile {
  if (bytes.length > largestBytes) return tooLarge(bytes.length)
  if (orderOfUtf16(bytes) === undefined && !bytes.includes('leadership/')) return readPolicyFile('')
  const { text, encoding } = decode(bytes)
  const content = readPolicyFile(text)
  if (content.documents.length === 0 || encoding === 'UTF-8') return content
  if (encoding === 'UTF-16') {
    const message = 'This file is saved as UTF-16. Save it as UTF-8, which all tools for YAML read.'
    return withProblem(content, text, message, 0)
  }
  const at = Math.max(text.indexOf('\uFFFD'), 0)
  return withProblem(
    content,
    text,
    'This file is not UTF-8 text: a character here cannot be read. Save it as UTF-8.',
    at,
  )
}

export function readTextAt(path: string): TextFile {
  return decode(readFileSync(path))
}

export function decode(bytes: Buffer): TextFile {
  const order = orderOfUtf16(bytes)
  const text = order === undefined ? bytes.toString('utf8') : new TextDecoder(order, { ignoreBOM: true }).decode(bytes)
  const encoding = order !== undefined ? 'UTF-16' : isUtf8(bytes) ? 'UTF-8' : 'unknown'
  return text.startsWith(mark)
    ? { text: text.slice(mark.length), marked: true, encoding }
    : { text, marked: false, encoding }
}

/** The byte order of UTF-16, by its mark, or because in each of the first two characters one byte is zero. */
function orderOfUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (fourth === undefined) return undefined
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be'
  return undefined
}

/** The text as it stands in the file. */
export function encoded({ text, marked }: TextFile): string {
  return marked ? mark + text : text
}
