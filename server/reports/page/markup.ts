import { visible } from '../visible.ts'

/** HTML that is ready to stand in a page. Everything else gets escaped. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

type Piece = Markup | string | number | readonly Markup[]

/** A template of HTML: what is put in is shown as the text that it is, unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(strings.map((text, at) => text + written(pieces[at] ?? '')).join(''))
}

function written(piece: Piece): string {
  if (piece instanceof Markup) return piece.html
  if (typeof piece === 'string') return escaped(piece)
  return typeof piece === 'number' ? String(piece) : piece.map(({ html }) => html).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/** Also within the quotes of an attribute. */
function escaped(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '')
}

export const nothing = new Markup('')
