import assert from 'node:assert/strict'
import { type Policy, readPolicyFile } from '../../server/language/policy-file.ts'

/** A policy from what stands after its `apiVersion`, which must be well-formed. */
export function policyOf(text: string): Policy {
  const [document] = readPolicyFile(`apiVersion: leadership/v1\n${text}\n`).documents
  assert.deepEqual(document?.problems, [])
  assert.ok(document?.policy !== undefined)
  return document.policy
}
