const { reporters, Runner } = require('mocha')

/** Mocha's dots and failures, closed by one line that people and programs can read. */
class ClosingLine extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options)
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats
      console.log(`${passes} passed, ${failures} failed, ${pending} skipped`)
    })
  }
}

module.exports = ClosingLine
