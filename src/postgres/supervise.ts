import { setTimeout as pause } from 'node:timers/promises'
import { endPreviousServer } from './previous-server.ts'
import { type Place, serveCluster } from './serve.ts'
import type { Server } from './server.ts'
import type { Settings } from './settings.ts'

type Supervised = {
  settings: Settings
  /** Resolves when the server is stopped for good. */
  stopped: Promise<void>
  stop(): Promise<void>
}

type SuperviseOptions = {
  log: (message: string, details?: object) => void
  /** Called each time the server ends without stop(). */
  onExit: (exit: string) => void
}

const firstPauseMs = 100
const maxPauseMs = 5_000

/**
 * Serves the home's data until stop(). A server that ends by itself (killed, out of memory, full disk) is started
 * again on its port until that works, so that its address stays good. Throws when the first start fails.
 */
export async function superviseCluster(
  place: Place,
  settings: Settings,
  { log, onExit }: SuperviseOptions,
): Promise<Supervised> {
  const first = await serveCluster(place, settings)
  const stopping = new AbortController()
  let server: Server | null = first.server

  async function restart(): Promise<Server | null> {
    for (let pauseMs = firstPauseMs; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
      try {
        await endPreviousServer(place.home.data, log)
        return (await serveCluster(place, first.settings, 'this port')).server
      } catch (error) {
        log('PostgreSQL does not start again yet', { reason: error instanceof Error ? error.message : String(error) })
        await pause(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
      }
    }
    return null
  }

  async function watch(): Promise<void> {
    while (server) {
      const exit = await server.exited
      server = null
      if (stopping.signal.aborted) return
      onExit(exit)
      server = await restart()
      if (stopping.signal.aborted) await server?.stop()
    }
  }

  const stopped = watch()
  return {
    settings: first.settings,
    stopped,
    async stop() {
      stopping.abort()
      await server?.stop()
      await stopped
    },
  }
}
