import { createRequire } from 'node:module'
import type { Cel } from '../custom-rules/cel.ts'

let library: Cel | undefined

/** The library for expressions, loaded when a custom rule asks for it first. The build puts it into a file of its own. */
export function celLibrary(): Cel {
  library ??= createRequire(import.meta.url)('@marcbachmann/cel-js') as Cel
  return library
}
