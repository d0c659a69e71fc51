import type { DeliveryRules } from '../core/webhooks/index.ts'
import type { Database } from '../db/index.ts'
import { runSession } from './session.ts'

export type DeliveryLog = {
  info(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

export type DeliveryOptions = {
  database: Pick<Database, 'pool' | 'url'>
  rules: DeliveryRules
  log: DeliveryLog
  /** The greatest number of requests in flight in this process. */
  concurrency?: number
  metrics?: DeliveryMetrics
}

/** Callbacks for metrics. They are called synchronously and must be quick. */
export type DeliveryMetrics = {
  claimed(count: number): void
  attempted(outcome: string, seconds: number, secondsSinceEvent: number, isFirst: boolean): void
  rescued(count: number): void
}

export type Delivery = {
  /** Stops claiming, waits for requests in flight, and writes their results. */
  stop(): Promise<void>
}

const firstPauseMs = 100
const maxPauseMs = 500

/**
 * Starts the delivery engine, which claims due deliveries, sends them and records the results. Several engines may
 * share a database. It survives restarts of the database: claims in flight are released, and a new session begins under
 * a new worker number.
 */
export async function startDelivery(options: DeliveryOptions): Promise<Delivery> {
  const stopping = new AbortController()
  const running = (async () => {
    let pauseMs = firstPauseMs
    while (!stopping.signal.aborted) {
      try {
        await runSession(options, stopping.signal, () => {
          pauseMs = firstPauseMs
        })
      } catch (error) {
        options.log.error({ err: error }, 'delivery session ended; a new one will begin')
      }
      if (stopping.signal.aborted) return
      await pause(pauseMs, stopping.signal)
      pauseMs = Math.min(pauseMs * 2, maxPauseMs)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
