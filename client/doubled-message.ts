/**
 * Whether any checker of YAML says the same: an error of the syntax in which Concord passes on what its parser said, or a key that is
 * written twice. What only Concord finds, such as the marks of a merge conflict, is none.
 */
export function isDouble(rule: string, message: string): boolean {
  return rule === 'language/syntax' && /YAML: .|^"[^"]*" is written twice here;/.test(message)
}
