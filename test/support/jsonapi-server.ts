import { hashPassword } from 'better-auth/crypto'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import { createOutboundHttp } from '../../src/adapters/outbound-http/index.ts'
import { faces } from '../../src/faces.ts'
import type { HttpDependencies } from '../../src/http/dependencies.ts'
import { createServer } from '../../src/http/server.ts'
import { wideRateLimits } from './api.ts'
import { database, vault } from './organization.ts'
import { providers } from './verifications.ts'

export const domain = 'sealane.localhost'
export const outbound = createOutboundHttp({ development: true })

let server: Promise<FastifyInstance> | undefined

afterAll(async () => (await server)?.close())

// One token asks more in a test file than a person does in a minute; access.test.ts proves the real quota.

/** What the dialect is built from in tests. */
export const dependencies: HttpDependencies = {
  database,
  vault,
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  domain,
  publicUrl: null,
  listening: () => 'http://localhost',
  providers,
  hashPassword,
  judgeDestination: outbound.judgeDestination,
  rateLimits: wideRateLimits(),
}

/** The one server of this test file, not listening. */
export function openServer(): Promise<FastifyInstance> {
  server ??= createServer(dependencies, faces, { trustedProxies: [] })
  return server
}
