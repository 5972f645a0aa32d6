/**
 * A text that cannot steer a terminal: control, format (such as bidirectional) and separator characters become dots. A tab takes
 * one column, so that marks stand below what they mark.
 */
export function visible(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u00b7')
}
