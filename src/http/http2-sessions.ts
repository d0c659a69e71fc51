import type { ServerHttp2Session } from 'node:http2'
import type { TLSSocket } from 'node:tls'
import type { FastifyInstance } from 'fastify'

const graceMs = 5_000

/**
 * Ends the sessions of HTTP/2 when the server closes, after their open requests. Otherwise one idle client would block
 * the stop for ever. A client that does not read its reply delays the stop by 5 seconds.
 */
export function endSessionsOnClose(app: FastifyInstance): void {
  const sessions = keepOpen<ServerHttp2Session>(app, 'session')
  const sockets = keepOpen<TLSSocket>(app, 'secureConnection')
  app.addHook('preClose', async () => {
    for (const session of sessions) session.close()
    const end = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, graceMs)
    app.server.once('close', () => clearTimeout(end))
  })
}

/** Ends HTTP/2 sessions that have no request for `idleMs`. Pings and endless headers do not keep a session open. */
export function endEmptySessions(app: FastifyInstance, idleMs: number): void {
  app.server.on('session', (session: ServerHttp2Session) => {
    let requests = 0
    const end = () => {
      session.close()
      setTimeout(() => session.destroy(), graceMs).unref()
    }
    let patience = setTimeout(end, idleMs).unref()
    session.on('stream', (stream) => {
      requests += 1
      clearTimeout(patience)
      stream.once('close', () => {
        requests -= 1
        if (requests === 0) patience = setTimeout(end, idleMs).unref()
      })
    })
    session.once('close', () => clearTimeout(patience))
  })
}

type Closing = { once(event: 'close', listener: () => void): unknown }

function keepOpen<T extends Closing>(app: FastifyInstance, event: string): Set<T> {
  const open = new Set<T>()
  app.server.on(event, (one: T) => {
    open.add(one)
    one.once('close', () => open.delete(one))
  })
  return open
}
