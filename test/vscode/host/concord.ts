import assert from 'node:assert/strict'
import { extensions } from 'vscode'
import type { Concord } from '../../../client/extension.ts'

/** The extension, woken. */
export async function concord(): Promise<Concord> {
  const extension = extensions.getExtension<Concord>('concord.concord')
  assert(extension, 'The extension is not installed.')
  return extension.activate()
}
