import type { ServerHttp2Session } from 'node:http2'
import type { FastifyInstance } from 'fastify'

const graceMs = 5_000

/**
 * Lets an HTTP/2 server stop: its sessions are ended when the server closes, after their open requests. Without it, one
 * idle client would hold the shutdown up for ever.
 */
export function endSessionsOnClose(app: FastifyInstance): void {
  const sessions = new Set<ServerHttp2Session>()
  app.server.on('session', (session: ServerHttp2Session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
  })
  app.addHook('preClose', async () => {
    for (const session of sessions) session.close()
    // A client that never reads its reply would keep its session, and us, open.
    setTimeout(() => {
      for (const session of sessions) session.destroy()
    }, graceMs).unref()
  })
}
