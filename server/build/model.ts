import { kebabCase, pascalCase, typeNames } from './names.ts'
import {
  commonFile,
  type KindSchema,
  policyFile,
  type Schema,
  type SchemaFile,
  type Schemas,
  target,
} from './schemas.ts'

/** What a value looks like, in the terms that types and reference pages share. */
export type Shape =
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'text' | 'number' | 'integer' | 'boolean' | 'null' | 'anything' }
  | { readonly is: 'literals'; readonly values: readonly Literal[] }
  | { readonly is: 'list'; readonly of: Shape }
  | { readonly is: 'map'; readonly of: Shape }
  | { readonly is: 'either'; readonly shapes: readonly Shape[] }

type Literal = string | number | boolean | null

interface Field {
  readonly key: string
  readonly required: boolean
  readonly shape: Shape
  /** The field's schema with what it inherits through `$ref`. */
  readonly schema: Schema
}

/** A type with a name: a kind, an entry of `$defs`, or an object that stands inside one of these. */
export interface NamedType {
  readonly name: string
  readonly file: SchemaFile
  readonly schema: Schema
  readonly body:
    | { readonly is: 'object'; readonly fields: readonly Field[] }
    | { readonly is: 'alias'; readonly shape: Shape }
}

export interface Model {
  readonly schemas: Schemas
  readonly types: ReadonlyMap<string, NamedType>
  readonly kinds: readonly KindSchema[]
  /** Every place where the schemas break the project's conventions, in words. */
  readonly problems: readonly string[]
}

/** Reads types out of schemas. Conditions (`if`, `not`, `anyOf` over `required`, …) narrow what is valid, not what the type is. */
export function modelOf(schemas: Schemas): Model {
  const types = new Map<string, NamedType>()
  const problems: string[] = []
  const names = typeNames(schemas, problems)

  for (const file of schemas.files.values()) {
    const rootName = names.ofRoot(file.name)
    if (rootName === undefined && file.name !== commonFile) continue
    for (const [key, schema] of Object.entries(file.root.$defs ?? {})) {
      define(names.ofDefinition(file.name, key), schema, { file, place: `${file.name}#/$defs/${key}` })
    }
    if (rootName !== undefined) define(rootName, file.root, { file, place: file.name })
  }
  const listed = schemas.files.get(policyFile)?.root.properties?.['kind']?.enum ?? []
  for (const kind of listed) {
    if (!schemas.kinds.some((schema) => schema.kind === kind))
      problems.push(`${policyFile} lists ${kind}, which has no schema`)
  }
  for (const kind of schemas.kinds) {
    if (!listed.includes(kind.kind)) problems.push(`${policyFile} does not list ${kind.kind}`)
    if (!kind.root['x-component'])
      problems.push(`${kind.name}: x-component must say which component ${kind.kind} belongs to`)
    if (kind.root.title !== kind.kind) problems.push(`${kind.name}: title must be the kind, ${kind.kind}`)
    if (kind.slug !== kebabCase(kind.kind))
      problems.push(`${kind.name} must be called ${kebabCase(kind.kind)}.schema.json`)
  }
  problems.push(...missingWords(types))
  return { schemas, types, kinds: schemas.kinds, problems }

  interface Place {
    readonly file: SchemaFile
    readonly place: string
  }

  function define(name: string, schema: Schema, at: Place): Shape {
    const taken = types.get(name)
    if (taken) problems.push(`${at.place}: the type name ${name} is taken by ${taken.file.name}; rename one of the two`)
    const isObject = schema.properties !== undefined
    types.set(name, { name, file: at.file, schema, body: { is: 'object', fields: [] } })
    const body = isObject
      ? ({ is: 'object', fields: fieldsOf(name, schema, at) } as const)
      : ({ is: 'alias', shape: shapeOf(schema, name, at) } as const)
    types.set(name, { name, file: at.file, schema, body })
    return { is: 'named', name }
  }

  function fieldsOf(owner: string, schema: Schema, at: Place): Field[] {
    const required = new Set(schema.required ?? [])
    for (const key of required) {
      if (!schema.properties?.[key]) problems.push(`${at.place}: requires ${key}, which it has no property for`)
    }
    return Object.entries(schema.properties ?? {}).map(([key, property]) => {
      const here = { file: at.file, place: `${at.place}/${key}` }
      if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(key))
        problems.push(`${here.place}: a property's name is letters and digits only`)
      return {
        key,
        required: required.has(key),
        shape: shapeOf(property, inlineName(owner, key), here),
        schema: inherited(property, at.file, schemas),
      }
    })
  }

  /** An object inside `spec` is named after the kind, without the word Spec: PartnerAgreementExitPlan. */
  function inlineName(owner: string, key: string): string {
    const kind = schemas.kinds.find(({ kind }) => owner === `${kind}Spec`)
    return (kind ? kind.kind : owner) + pascalCase(key)
  }

  function shapeOf(schema: Schema, name: string, at: Place): Shape {
    if (schema.$ref !== undefined) {
      const found = target(schema.$ref, at.file, schemas)
      if (found) return { is: 'named', name: names.ofDefinition(found.file.name, found.key) }
      problems.push(`${at.place}: $ref ${schema.$ref} points at no definition`)
      return { is: 'anything' }
    }
    if (schema.const !== undefined) return { is: 'literals', values: literals([schema.const], at) }
    if (schema.enum) checkValues(schema, at)
    if (schema.enum) return { is: 'literals', values: literals(schema.enum, at) }
    if (schema.properties) return define(name, schema, at)
    if (schema.type !== undefined) {
      const shapes = [schema.type].flat().map((type) => shapeOfType(type, schema, name, at))
      const [only] = shapes
      return shapes.length === 1 && only ? only : { is: 'either', shapes }
    }
    const branches = schema.anyOf ?? schema.oneOf
    if (branches) {
      const shapes = branches.map((branch, index) =>
        shapeOf(branch, `${name}${index + 1}`, { ...at, place: `${at.place}/${index}` }),
      )
      return { is: 'either', shapes }
    }
    problems.push(`${at.place}: has no type, $ref, const, enum, properties, anyOf or oneOf`)
    return { is: 'anything' }
  }

  function shapeOfType(type: string, schema: Schema, name: string, at: Place): Shape {
    switch (type) {
      case 'string':
        return { is: 'text' }
      case 'number':
      case 'integer':
      case 'boolean':
      case 'null':
        return { is: type }
      case 'array': {
        if (schema.items)
          return { is: 'list', of: shapeOf(schema.items, `${name}Item`, { ...at, place: `${at.place}/items` }) }
        problems.push(`${at.place}: a list must say what its items are`)
        return { is: 'list', of: { is: 'anything' } }
      }
      case 'object': {
        const values = schema.additionalProperties
        if (typeof values === 'object')
          return { is: 'map', of: shapeOf(values, `${name}Value`, { ...at, place: `${at.place}/*` }) }
        return { is: 'map', of: { is: 'anything' } }
      }
      default:
        problems.push(`${at.place}: ${type} is no JSON type`)
        return { is: 'anything' }
    }
  }

  function checkValues({ enum: values, 'x-values': meanings }: Schema, at: Place): void {
    if (!meanings) return
    for (const value of Object.keys(meanings)) {
      if (!values?.includes(value)) problems.push(`${at.place}: x-values explains ${value}, which is no value`)
    }
  }

  function literals(values: readonly unknown[], at: Place): Literal[] {
    return values.flatMap((value) => {
      if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return [value]
      problems.push(`${at.place}: const and enum may hold only text, numbers, true, false and null`)
      return []
    })
  }
}

/** Hover, completion and the reference pages show these words, so every field must have them. */
function missingWords(types: ReadonlyMap<string, NamedType>): string[] {
  const problems: string[] = []
  for (const { name, schema, body, file } of types.values()) {
    for (const word of ['title', 'description'] as const)
      if (!schema[word]) problems.push(`${file.name}: ${name} has no ${word}`)
    if (body.is !== 'object') continue
    for (const field of body.fields) {
      const place = `${file.name}: ${name}.${field.key}`
      for (const word of ['title', 'description'] as const)
        if (!field.schema[word]) problems.push(`${place} has no ${word}`)
      if (!field.schema.examples && needsExample(field.shape)) problems.push(`${place} has no examples`)
    }
  }
  return problems

  /** Values that nobody can guess from their type: not those of objects, which show their fields, nor those listed in full. */
  function needsExample(shape: Shape): boolean {
    switch (shape.is) {
      case 'named': {
        const body = types.get(shape.name)?.body
        return body?.is === 'alias' && needsExample(body.shape)
      }
      case 'list':
      case 'map':
        return needsExample(shape.of)
      case 'either':
        return shape.shapes.some(needsExample)
      case 'boolean':
      case 'literals':
        return false
      default:
        return true
    }
  }
}

/** A schema with everything it gets through `$ref`; what stands at the place itself wins. */
export function inherited(schema: Schema, file: SchemaFile, schemas: Schemas): Schema {
  const found = schema.$ref === undefined ? undefined : target(schema.$ref, file, schemas)
  if (!found) return schema
  const { 'x-declares': declares, 'x-refersTo': refersTo, ...rest } = inherited(found.schema, found.file, schemas)
  const saysItsOwn = schema['x-declares'] !== undefined || schema['x-refersTo'] !== undefined
  const names = saysItsOwn
    ? {}
    : { ...(declares && { 'x-declares': declares }), ...(refersTo && { 'x-refersTo': refersTo }) }
  const { $ref: _, ...own } = schema
  return { ...rest, ...names, ...own }
}

/** The file in whose terms the parts of an `inherited` schema are written: that at the end of its chain of `$ref`s. */
export function homeOf(schema: Schema, file: SchemaFile, schemas: Schemas): SchemaFile {
  const found = schema.$ref === undefined ? undefined : target(schema.$ref, file, schemas)
  return found ? homeOf(found.schema, found.file, schemas) : file
}
