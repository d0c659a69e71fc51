/**
 * The order of the answers to a page that has made several requests at once: each alone, or each before the page has
 * used the one before.
 */
type Order = 'first first' | 'last first' | 'overtaking'

/**
 * A script for a page: the answers to its requests come in the worst of orders, and not as the machine has time. Counts
 * how far the contents of the page jump meanwhile.
 */
export const answerIn = (order: Order): string => `(${script})('${order}')`

/** Leads a page of the app on to another, as a link does. What the other asks for comes late again, and only its own jumps count. */
export const leadOn = (path: string): string => `window.answers.leadOn('${path}')`

/** Ends as soon as a page has all its answers and shows them. */
export const allAreShown = 'window.answers.allAreShown'

/** How far what is on the page has jumped by itself, and how often it has asked for something. */
export const readShifts = 'window.answers.readShifts()'

// Runs in the browser. Movements after a press do not count. The stream of changes never opens, because changes by
// others may move a page.
const script = `(order) => {
  const isOvertaking = order === 'overtaking'
  // The time between two looks at the page. Looking in every frame would make the browser draw sixty frames a second.
  const apartMs = 50
  const lateMs = isOvertaking ? 120 : 0
  const held = []
  let underway = 0
  let quiet = 0
  let asks = 0
  let shifted = 0
  const moved = []
  let began = 0
  let tell = () => {}
  // Spinners of a waiting page move nothing, and would make the browser draw sixty frames a second.
  const still = new CSSStyleSheet()
  still.replaceSync('.mantine-Loader-root, .mantine-Loader-root * { animation-play-state: paused }')
  still.insertRule('.mantine-Loader-root::after { animation-play-state: paused }')
  document.adoptedStyleSheets.push(still)
  const heed = (entries) => {
    for (const entry of entries) {
      if (entry.hadRecentInput || entry.startTime < began) continue
      shifted += entry.value
      for (const { node, previousRect, currentRect } of entry.sources)
        moved.push((node?.textContent ?? '').slice(0, 40) + ' from ' + previousRect.y + ' to ' + currentRect.y)
    }
  }
  const observer = new PerformanceObserver((list) => heed(list.getEntries()))
  observer.observe({ type: 'layout-shift', buffered: true })
  window.answers = {
    allAreShown: new Promise((resolve) => (tell = resolve)),
    readShifts() {
      heed(observer.takeRecords())
      return { asks, shifted, moved }
    },
    leadOn(path) {
      document.querySelector('h1')?.setAttribute('data-left', '')
      window.answers.allAreShown = new Promise((resolve) => (tell = resolve))
      began = performance.now()
      asks = 0
      quiet = 0
      shifted = 0
      moved.length = 0
      history.pushState({}, '', path)
    },
  }
  const wait = window.setTimeout.bind(window)
  window.setTimeout = (act, ms = 0, ...rest) => wait(act, ms + lateMs, ...rest)
  const ask = window.fetch.bind(window)
  window.fetch = async (...asked) => {
    const { headers } = new Request(...asked)
    if (headers.get('accept') === 'text/event-stream') return new Promise(() => {})
    asks += 1
    underway += 1
    quiet = 0
    try {
      const answer = await ask(...asked)
      await new Promise((release) => held.push(release))
      return answer
    } finally {
      underway -= 1
      quiet = 0
    }
  }
  let isReleasing = false
  const look = () => {
    quiet += 1
    const isWaiting = document.querySelector('h1:not([data-left])') === null || document.querySelector('.mantine-Loader-root') !== null
    if (underway === 0 && quiet > 4 && !isWaiting) tell()
    // All answers have arrived before the first is handed over.
    if (held.length === underway && quiet > 1) isReleasing = true
    if (held.length === 0) isReleasing = false
    if (isReleasing && quiet > 1) {
      const release = order === 'first first' ? held.shift() : held.pop()
      release()
    }
    lookAgain()
  }
  // Looks in a frame, so that changes by an answer are drawn, also on a slow machine.
  const lookAgain = () => wait(() => requestAnimationFrame(look), apartMs)
  lookAgain()
}`
