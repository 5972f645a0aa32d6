import { fieldIn } from '../language/field.ts'
import { codeText, plainText } from '../language/markdown.ts'
import type { Path } from '../language/path.ts'
import { sortInWords } from '../rules/sorts-in-words.ts'

/** So many values of a field are explained one by one. */
const mostValues = 20

/** What a field is for, as Markdown: its title, whether it is needed, and what may be written. `chosen` is the value that stands there. */
export function fieldDocs(schemaFile: string, path: Path, chosen?: string): string | undefined {
  const field = fieldIn(schemaFile, path)
  if (field === undefined || (field.title === '' && field.description === '')) return undefined
  const last = path.at(-1)
  const isRequired =
    typeof last === 'string' && fieldIn(schemaFile, path.slice(0, -1))?.required.includes(last) === true
  const meanings = Object.entries(field.meanings)
  const own = chosen === undefined || !Object.hasOwn(field.meanings, chosen) ? undefined : field.meanings[chosen]
  const [example] = field.examples
  const parts = [
    `**${plainText(field.title)}**${isRequired ? ' (required)' : ''}`,
    own === undefined || chosen === undefined ? '' : `${codeText(chosen)}: ${plainText(own)}`,
    // The values' meanings are told one by one below.
    plainText(meanings.length > 0 ? firstSentence(field.description, meanings) : field.description),
    meanings
      .filter(([value]) => own === undefined || value !== chosen)
      .slice(0, mostValues)
      .map(([value, meaning]) => `- ${codeText(value)}: ${plainText(meaning)}`)
      .join('\n'),
    field.refersTo.length === 0 ? '' : `The name of ${field.refersTo.map(sortInWords).map(plainText).join(' or ')}.`,
    example === undefined || typeof example === 'object' || meanings.length > 0
      ? ''
      : `For example: ${codeText(String(example))}`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** Descriptions of fields with a few values explain them in the text, too: `… pooled: each works alone. sequential: …` */
function firstSentence(description: string, meanings: readonly (readonly [string, string])[]): string {
  const starts = meanings
    .map(([value]) => description.toLowerCase().indexOf(` ${value.toLowerCase()}: `))
    .filter((at) => at > 0)
  return starts.length === 0 ? description : description.slice(0, Math.min(...starts))
}
