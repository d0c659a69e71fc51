import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Arrival } from './receiver.ts'

/** The independent receiver, in a separate process. */
type Counter = { url: string; arrivals(): Promise<Arrival[]>; close(): void }

/** Starts receiver.ts, and resolves when it listens. */
export async function startCounter(): Promise<Counter> {
  const child = fork(new URL('receiver.ts', import.meta.url))
  const [{ port }] = await once(child, 'message')
  return {
    url: `http://127.0.0.1:${port}`,
    async arrivals() {
      const answer = once(child, 'message')
      child.send('report')
      const [{ arrivals }] = await answer
      return arrivals
    },
    close: () => child.disconnect(),
  }
}
