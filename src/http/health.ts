import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { HttpDependencies } from './dependencies.ts'

/**
 * `/health`: this process runs. `/ready`: it can do its work, which needs the database. Neither needs a key, and both
 * answer in maintenance too.
 */
export function registerHealth(app: FastifyInstance, deps: HttpDependencies): void {
  app.get('/health', { logLevel: 'warn' }, async () => ({ status: 'ok' }))
  app.get('/ready', { logLevel: 'warn' }, async (request, reply) => {
    try {
      await sql`select 1`.execute(deps.database.system)
      return { status: 'ready' }
    } catch (error) {
      request.log.error({ err: error }, 'The database does not answer.')
      return reply
        .code(503)
        .header('retry-after', '5')
        .send({ status: 'not ready', reason: 'The database does not answer.' })
    }
  })
}
