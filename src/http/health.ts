import type { FastifyInstance } from 'fastify'
import { explainUnreadiness, proveReadiness } from '../core/readiness.ts'
import { tell } from '../texts/index.ts'
import type { HttpDependencies } from './dependencies.ts'

/** The time for which `/ready` repeats its answer, so that frequent checks do not load the database. */
const keptMs = 1_000

/**
 * `/health`: this process runs. `/ready`: its database reads and writes as a tenant, and has room on its disk. Neither
 * needs a key, and both answer in maintenance too.
 */
export function registerHealth(app: FastifyInstance, deps: HttpDependencies): void {
  let verdict: Promise<string | null> | null = null
  let askedAt = 0

  async function judge(log: (error: unknown) => void): Promise<string | null> {
    try {
      await proveReadiness(deps.database, deps.now())
      return null
    } catch (error) {
      log(error)
      return tell(explainUnreadiness(error))
    }
  }

  app.get('/health', { logLevel: 'warn' }, async () => ({ status: 'ok' }))
  app.get('/ready', { logLevel: 'warn' }, async (request, reply) => {
    if (verdict === null || Date.now() - askedAt > keptMs) {
      askedAt = Date.now()
      verdict = judge((err) => request.log.error({ err }, 'The database does not do its work.'))
    }
    const reason = await verdict
    if (reason === null) return { status: 'ready' }
    return reply.code(503).header('retry-after', '5').send({ status: 'not ready', reason })
  })
}
