// Runs inside the view of the scorecard. It shows the markup that it is sent, and says what was chosen.

/** What was chosen, and how far down the view was: kept by VS Code while the view is hidden. */
interface Kept {
  readonly chosen?: string | undefined
  readonly scroll?: number
}

/** What VS Code gives to a view, once. */
declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void
  getState(): Kept | undefined
  setState(state: Kept): void
}

const editor = acquireVsCodeApi()
const main = document.getElementById('scorecard') ?? document.body

/** The id of the button that says which gains are shown; all, while none is chosen. */
let chosen = editor.getState()?.chosen
/** How far down the view was when it was hidden. */
let scroll = editor.getState()?.scroll
let shown = ''

window.addEventListener('message', ({ data }: MessageEvent<{ readonly markup?: unknown }>) => {
  if (typeof data.markup !== 'string' || data.markup === shown) return
  shown = data.markup
  const focused = document.activeElement?.id
  main.innerHTML = shown
  choose(chosen)
  // What was focused is there again, under the same id; where its barrier is gone, the list is.
  const again = focused === undefined || focused === '' ? null : document.getElementById(focused)
  again?.focus({ preventScroll: true })
  if (scroll !== undefined) window.scrollTo({ top: scroll })
  scroll = undefined
})

window.addEventListener('scroll', keep)

main.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null
  if (button === null) return
  const { does, uri, range } = button.dataset
  if (range !== undefined) editor.postMessage({ does, uri, range: JSON.parse(range) })
  else {
    choose(chosen === button.id ? undefined : button.id)
    keep()
  }
})

/** Shows only the gains that a button stands for; the largest of all, where there is no such button. */
function choose(id: string | undefined): void {
  const buttons = [...main.querySelectorAll<HTMLButtonElement>('button[aria-pressed]')]
  const own = buttons.find((button) => button.id === id)
  chosen = own?.id
  for (const button of buttons) button.setAttribute('aria-pressed', String(button === own))
  for (const item of main.querySelectorAll('li')) {
    const { component, rank } = item.dataset
    if (own === undefined) item.hidden = rank !== 'first'
    else item.hidden = 'new' in own.dataset ? !('new' in item.dataset) : component !== own.dataset['component']
  }
  for (const note of main.querySelectorAll<HTMLElement>('.more')) note.hidden = own !== undefined
}

function keep(): void {
  editor.setState({ chosen, scroll: window.scrollY })
}

editor.postMessage({ does: 'ready' })
