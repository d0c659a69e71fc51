// Put in front of a server (NODE_OPTIONS=--import …) it sets that process's clock off by TEST_CLOCK_OFFSET_MS, as a machine
// has whose clock nobody sets. Timers and the database's clock go on as they are.
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
