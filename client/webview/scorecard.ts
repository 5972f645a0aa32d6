// Runs inside the view of the scorecard. It shows the markup that it is sent, and says what was chosen.

/** What VS Code gives to a view, once. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void }

const editor = acquireVsCodeApi()
const main = document.getElementById('scorecard') ?? document.body

/** The component that gains are shown of; all, while none is chosen. */
let chosen: string | undefined

window.addEventListener('message', ({ data }: MessageEvent<{ readonly markup?: unknown }>) => {
  if (typeof data.markup !== 'string' || data.markup === main.innerHTML) return
  const focused = document.activeElement?.id
  main.innerHTML = data.markup
  choose(chosen)
  // What was focused is there again, under the same id; where its barrier is gone, the list is.
  const again = focused === undefined || focused === '' ? null : document.getElementById(focused)
  again?.focus({ preventScroll: true })
})

main.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null
  if (button === null) return
  const { component, does, uri, range } = button.dataset
  if (component !== undefined) choose(chosen === component ? undefined : component)
  else if (range !== undefined) editor.postMessage({ does, uri, range: JSON.parse(range) })
})

function choose(component: string | undefined): void {
  const buttons = [...main.querySelectorAll<HTMLButtonElement>('button[data-component]')]
  chosen = buttons.some(({ dataset }) => dataset['component'] === component) ? component : undefined
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['component'] === chosen))
  for (const item of main.querySelectorAll('li')) {
    const { component: own, rank } = item.dataset
    item.hidden = chosen === undefined ? rank !== 'first' : own !== chosen
  }
  for (const note of main.querySelectorAll<HTMLElement>('.more')) note.hidden = chosen !== undefined
}

editor.postMessage({ does: 'ready' })
