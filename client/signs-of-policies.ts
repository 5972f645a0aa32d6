import { mayHoldPolicy } from '../server/language/sniff.ts'

/** The name of a configuration file, as server/config has it; not imported from there, since that would bring the schema's validator along. */
export const configurationName = '.concord.yaml'

/** A change of a document: the text put in, and the whole line that it begins on as it is now. */
export interface TypedText {
  readonly text: string
  readonly line: string
}

/** Whether a file shows that there is work for Concord: the content decides, and the name only of the configuration. */
export function isSign(path: string, text: string): boolean {
  return isConfiguration(path) || mayHoldPolicy(text)
}

function isConfiguration(path: string): boolean {
  return path.endsWith(`/${configurationName}`) || path === configurationName
}

/** Whether a change may have made a policy of a document: cheap enough for every key, whatever the document's size. */
export function mayHaveBecomePolicy(changes: readonly TypedText[]): boolean {
  return changes.some(({ text, line }) => mayHoldPolicy(line) || mayHoldPolicy(text))
}
