import { stringify } from 'yaml'
import type { NamedType, Shape } from './model.ts'
import { sentenceCase } from './names.ts'
import type { Schema } from './schemas.ts'

/** Finds a named type, with a link to its description where it has one. */
export type Links = (name: string) => { readonly type: NamedType; readonly link?: string } | undefined

/** What may be written in a field, for people who do not program: `number from 0 to 100`, `list of: [commitment](#commitment)`. */
export function valueInWords(shape: Shape, schema: Schema, links: Links): string {
  const found = shape.is === 'named' ? links(shape.name) : undefined
  // A link leads to the words about what is referred to; a list says it per item.
  const refersTo = found?.link || shape.is === 'list' ? '' : references(schema)
  return words(shape, schema, links) + refersTo
}

function words(shape: Shape, schema: Schema, links: Links): string {
  switch (shape.is) {
    case 'named': {
      const found = links(shape.name)
      if (found?.link) return found.link
      return found?.type.body.is === 'alias' ? words(found.type.body.shape, found.type.schema, links) : shape.name
    }
    case 'literals': {
      const meanings = schema['x-values']
      const values = shape.values.map((value) => `\`${value}\``)
      if (values.length === 1) return `always ${values[0]}`
      if (!meanings) return `one of ${values.join(', ')}`
      return `one of${shape.values.map((value) => `<br>\`${value}\`: ${cell(meanings[`${value}`])}`).join('')}`
    }
    case 'list':
      return `list of: ${valueInWords(shape.of, schema.items ?? {}, links)}${schema.minItems ? ` (at least ${schema.minItems})` : ''}`
    case 'map': {
      const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
      return `any names, each with: ${valueInWords(shape.of, values, links)}`
    }
    case 'either':
      return shape.shapes.map((each) => words(each, schema, links)).join(', or ')
    case 'boolean':
      return '`true` or `false`'
    case 'null':
      return '`null`'
    case 'anything':
      return 'anything'
    case 'text':
      return schema.format === 'date' ? 'date, written year-month-day' : 'text'
    case 'number':
      return `number${limits(schema)}`
    case 'integer':
      return `whole number${limits(schema)}`
  }
}

function limits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`
  const parts = [
    minimum === undefined ? [] : [`${minimum} or more`],
    maximum === undefined ? [] : [`at most ${maximum}`],
    exclusiveMinimum === undefined ? [] : [`more than ${exclusiveMinimum}`],
    exclusiveMaximum === undefined ? [] : [`less than ${exclusiveMaximum}`],
  ].flat()
  return parts.length > 0 ? `, ${parts.join(', ')}` : ''
}

function references(schema: Schema): string {
  const sorts = schema['x-refersTo'] === undefined ? [] : [schema['x-refersTo']].flat()
  const things = sorts.map((sort) => sentenceCase(sort).replaceAll('-', ' ').toLowerCase())
  return things.length > 0 ? `, the name of a ${things.join(' or ')}` : ''
}

/** The first example, as it would stand in a policy on one line. */
export function exampleOf(schema: Schema): string {
  const [example] = schema.examples ?? []
  if (example === undefined) return ''
  const text = stringify(example, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim()
  return `\`${cell(text)}\``
}

/** Text that stays within one cell of a Markdown table. */
export const cell = (text = ''): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
