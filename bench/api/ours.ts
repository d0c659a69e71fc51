// The product's HTTP server in a process of its own: node bench/api/ours.ts, started by bench/api.ts.
import pino from 'pino'
import { openDatabase } from '../../src/db/index.ts'
import { faces } from '../../src/faces.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'
import { plainParts, type Start, storeOf } from './protocol.ts'

process.on('disconnect', () => process.exit())
process.once('message', async ({ databaseUrl }: Start) => {
  // Requests are counted as always; only a token's quota is raised, because it is too small for a benchmark.
  const limits = createRateLimits(null)
  const parts = {
    ...plainParts,
    ...storeOf(openDatabase({ url: databaseUrl, maxConnections: 10 })),
    log: pino({ level: 'silent' }),
    rateLimits: { ...limits, count: (id: string, perMinute: number) => limits.count(id, perMinute * 1_000) },
  }
  const app = await createServer(parts, faces, { trustedProxies: [] })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  process.send?.({ url })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpuSeconds: (user + system) / 1e6 })
  })
})
