const declaration = /(?:^|[\s{,"'])apiVersion["']?[ \t]*:[\s&!\w]*["']?leadership\//

/**
 * Whether a text can hold a policy at all: looked at before parsing, so that other YAML costs next to nothing.
 * True may be wrong (the declaration can stand inside a string); false never is for a declaration written out in full.
 */
export function mayHoldPolicy(text: string): boolean {
  return text.includes('leadership/') && declaration.test(text)
}
