/** The deadline of one request. */
export type Deadline = {
  /** Whether the time was up, or the signal aborted, before `end` was called. */
  readonly isOver: boolean
  /** Called once when the time is up or the signal aborts; at once when that has happened. */
  onOver(stop: () => void): void
  end(): void
}

type Entry = { at: number; signal: AbortSignal; isOver: boolean; stop: (() => void) | null }

/**
 * Deadlines of one length. One timer and one listener for each signal serve them all, because a timer and a
 * listener for every request cost more than signing it.
 */
export function createDeadlines(ms: number): { start(signal: AbortSignal): Deadline } {
  // The entries are in the order of their ends, because all deadlines have the same length.
  const open = new Set<Entry>()
  const heard = new WeakSet<AbortSignal>()
  let timer: NodeJS.Timeout | undefined

  function finish(entry: Entry): void {
    open.delete(entry)
    entry.isOver = true
    entry.stop?.()
  }

  // A socket keeps the process alive while a request is under way; a timer alone must not.
  function sweepIn(waitMs: number): void {
    timer = setTimeout(sweep, waitMs).unref()
  }

  function sweep(): void {
    timer = undefined
    for (const entry of open) {
      const leftMs = entry.at - performance.now()
      if (leftMs > 0) {
        sweepIn(Math.ceil(leftMs))
        return
      }
      finish(entry)
    }
  }

  function hear(signal: AbortSignal): void {
    if (heard.has(signal)) return
    heard.add(signal)
    signal.addEventListener('abort', () => {
      for (const entry of open) if (entry.signal === signal) finish(entry)
    })
  }

  return {
    start(signal) {
      const entry: Entry = { at: performance.now() + ms, signal, isOver: signal.aborted, stop: null }
      hear(signal)
      open.add(entry)
      if (!timer) sweepIn(ms)
      return {
        get isOver() {
          return entry.isOver
        },
        onOver(stop) {
          entry.stop = stop
          if (entry.isOver) stop()
        },
        end() {
          open.delete(entry)
          entry.stop = null
        },
      }
    },
  }
}
