/** The way from a document's root to a value: keys of mappings and positions in lists. */
export type Path = readonly (string | number)[]

/** A path as people write it: `spec.commitments[2].fte`. */
export function pathText(path: Path): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? step : `.${step}`
  }
  return text
}

/** `Array.isArray` that keeps readonly lists apart from other values. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
