import { forced, misspelt, named, suppressed } from '../command/policies.ts'
import type { Files } from '../command/running.ts'

/** What every format has a way to misread. */
const hostileName =
  ']]> <script>alert(1)</script> & "quoted" \u0000\u0007\u001b[31m\ud800\uffff %0A::error::forged\n##[error]x\r\n::warning::y | `tick` *bold* @everyone [a](javascript:b)'

const written = JSON.stringify(hostileName)

/** Policies whose names and fields no format may take for its own signs. */
export const hostile: Files = {
  'a, b: c%/größe & <x> "q".yaml': `apiVersion: leadership/v1\nkind: CulturalNorms\nmetadata:\n  name: ${written}\nspec: {}\n`,
  'b.yaml': misspelt.replace('titel', written),
  'c.yaml': forced,
  'd.yaml': suppressed.replace('the old name', ']]> <b> & the old name'),
  'e.yaml': named('twice'),
  'f.v1.yaml': named('twice'),
}
