import type { FastifyInstance } from 'fastify'

/**
 * Ends each connection after its last reply once the server stops. The framework closes idle connections only; a
 * client would keep a busy one alive and hold up the stop for a minute or more.
 */
export function registerClosing(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onResponse', (request, _, done) => {
    // The framework ends HTTP/2 sessions as a whole.
    if (closing && request.raw.httpVersionMajor === 1) request.raw.socket.end()
    done()
  })
}
