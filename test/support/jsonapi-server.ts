import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, afterEach, expect } from 'vitest'
import { createOutboundHttp } from '../../src/adapters/outbound-http/index.ts'
import { faces } from '../../src/faces.ts'
import type { HttpDependencies } from '../../src/http/dependencies.ts'
import { jsonApiFace } from '../../src/http/jsonapi/index.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer, type Face } from '../../src/http/server.ts'
import { judgeResponse } from './jsonapi-judge.ts'
import { database, vault } from './organization.ts'
import { providers } from './verifications.ts'

export const domain = 'sealane.localhost'
export const outbound = createOutboundHttp({ development: true })

const violations: string[] = []
let server: Promise<FastifyInstance> | undefined

afterEach(() => expect(violations.splice(0)).toEqual([]))
afterAll(async () => (await server)?.close())

// One token asks more in a test file than a person does in a minute; access.test.ts proves the real quota.
const limits = createRateLimits(null)
const wide = { ...limits, count: (id: string, perMinute: number) => limits.count(id, perMinute * 1_000) }

/** What the dialect is built from in tests. */
export const dependencies: HttpDependencies = {
  database,
  vault,
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  domain,
  publicUrl: () => 'http://localhost',
  providers,
  judgeDestination: outbound.judgeDestination,
  rateLimits: wide,
}

// Every response of the dialect in the whole test run is judged; what is wrong fails the test that caused it.
const judged: Face = {
  ...jsonApiFace,
  async plugin(app, options) {
    await jsonApiFace.plugin(app, options)
    app.addHook('onSend', async (request, reply, payload) => {
      const text = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.toString() : ''
      const faults = judgeResponse(request, reply.statusCode, reply.getHeaders(), text)
      const isDocument = request.routeOptions.config.isDocument !== false
      if (isDocument) violations.push(...faults.map((fault) => `${request.method} ${request.url}: ${fault}`))
      return payload
    })
  },
}

/** The one server of this test file, not listening. */
export function openServer(): Promise<FastifyInstance> {
  server ??= createServer(
    dependencies,
    faces.map((face) => (face === jsonApiFace ? judged : face)),
    { trustedProxies: [] },
  )
  return server
}
