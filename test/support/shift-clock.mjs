// Loaded before a server (NODE_OPTIONS=--import …), it shifts the clock of that process by TEST_CLOCK_OFFSET_MS, like
// the clock of a machine that nobody sets. Timers and the database's clock stay as they are.
const offset = Number(process.env.TEST_CLOCK_OFFSET_MS ?? 0)
const now = Date.now.bind(Date)
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [now() + offset] : given))
  }
  static now() {
    return now() + offset
  }
}
