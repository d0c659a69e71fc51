import type { Log } from './runner.ts'

/** Work that is done over and over, with a pause behind each time, until it is stopped. A failure is told, and no end. */
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
        // A database that is away is told once, not every time.
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
