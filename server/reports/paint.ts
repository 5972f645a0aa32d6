/** Colours, or functions that leave the text as it is. */
export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly blue: (text: string) => string
  readonly green: (text: string) => string
}

const same = (text: string): string => text
export const plain: Paint = { bold: same, dim: same, red: same, yellow: same, blue: same, green: same }
