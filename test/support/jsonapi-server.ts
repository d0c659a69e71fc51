import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createOutboundHttp } from '../../src/adapters/outbound-http/index.ts'
import { renderEvent } from '../../src/event-bodies.ts'
import { faces, showAgreementPart, showAgreementText } from '../../src/faces.ts'
import type { HttpDependencies } from '../../src/http/dependencies.ts'
import { createServer } from '../../src/http/server.ts'
import { pdfSources, renderAgreement } from '../../src/work.ts'
import { signIn, wideRateLimits } from './api.ts'
import { requireSeal } from './finishing.ts'
import { database, vault } from './organization.ts'
import { hashPassword } from './passwords.ts'
import { providers } from './verifications.ts'

export const domain = 'sealane.localhost'
export const outbound = createOutboundHttp({ development: true })

let server: Promise<FastifyInstance> | undefined
let address: Promise<string> | undefined

// One token makes more requests in a test file than a person does in a minute. access.test.ts proves the real quota.

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
  pdfSources,
  hashPassword,
  signIn,
  previews: {
    text: showAgreementText,
    part: showAgreementPart,
    render: renderAgreement,
    body: renderEvent,
  },
  readVerifier: async () => null,
  requireSeal,
  trust: { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } },
  judgeDestination: outbound.judgeDestination,
  rateLimits: wideRateLimits(),
  lookEveryMs: 100,
}

/** The origin of the one server of this worker. */
export function listen(): Promise<string> {
  address ??= openServer().then((app) => app.listen({ port: 0, host: '127.0.0.1' }))
  return address
}

/** The one server of this worker. It ends with the worker. */
export function openServer(): Promise<FastifyInstance> {
  server ??= createServer(dependencies, faces, { trustedProxies: [] })
  return server
}
