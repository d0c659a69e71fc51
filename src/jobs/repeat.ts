import type { Log } from './runner.ts'

/** Repeats work with a pause after each time, until stopped. A failure is logged and does not end it. */
export function startRepeating(work: () => Promise<void>, pauseMs: number, log: Log): { stop(): Promise<void> } {
  let isStopped = false
  let isFailing = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const begin = () => {
    running = work()
      .then(() => {
        isFailing = false
      })
      .catch((err: unknown) => {
        // Consecutive failures are logged once, for example while the database is down.
        if (!isFailing) log.warn({ err }, 'Work that repeats itself failed. It is tried again.')
        isFailing = true
      })
      .finally(() => {
        if (!isStopped) timer = setTimeout(begin, pauseMs)
      })
  }
  begin()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
