import type { FastifyInstance } from 'fastify'

/**
 * Ends each connection after its last reply once the server stops. Idle connections are closed by the framework, but one
 * that was busy then would be kept alive by its client, and hold the stop up for as long as that likes (a minute and
 * more).
 */
export function registerClosing(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onResponse', (request, _, done) => {
    // HTTP/2 sessions are ended as a whole, by the framework.
    if (closing && request.raw.httpVersionMajor === 1) request.raw.socket.end()
    done()
  })
}
