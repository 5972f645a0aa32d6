/** Long work in slices: after this many milliseconds whoever waits gets a turn. */
const sliceLength = 10

/**
 * Gives way to messages while long work goes on. As long as messages keep coming in, they go first: a request is not to wait for a
 * slice after each message before it.
 */
export class Slices {
  #messages = 0
  #sliceEnd = 0

  /** Says that a message has come in. */
  messageCame(): void {
    this.#messages++
  }

  /** Call it between steps; it waits only when the slice is over. */
  async giveWay(): Promise<void> {
    if (performance.now() < this.#sliceEnd) return
    let before: number
    do {
      before = this.#messages
      await new Promise((resume) => setTimeout(resume, 0))
    } while (this.#messages !== before)
    this.#sliceEnd = performance.now() + sliceLength
  }
}
