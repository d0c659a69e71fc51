import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { createApiKey, type NewApiKey } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { fault } from '../../src/core/errors.ts'
import { renderEvent } from '../../src/event-bodies.ts'
import { faces, showAgreementPart, showAgreementText } from '../../src/faces.ts'
import type { HttpDependencies } from '../../src/http/dependencies.ts'
import { createRateLimits, type RateLimits } from '../../src/http/rate-limit.ts'
import { createServer, type ServerOptions } from '../../src/http/server.ts'
import { buildSignIn } from '../../src/sign-in.ts'
import { pdfSources, renderAgreement } from '../../src/work.ts'
import { requireSeal } from './finishing.ts'
import { database, newContext, vault } from './organization.ts'
import { hashPassword, passwords } from './passwords.ts'
import { providers } from './verifications.ts'

/** People's sign-in, as the product has it. */
export const signIn: HttpDependencies['signIn'] = buildSignIn({
  database,
  vault,
  domain: 'sealane.localhost',
  passwords,
})

export const testNow = new Date('2026-03-01T12:00:00.000Z')

/** The parts of the faces in tests. The clock stands still unless `now` is given. */
export function testDependencies(over: Partial<HttpDependencies> = {}): HttpDependencies {
  return {
    database,
    vault,
    log: pino({ level: 'silent' }),
    now: () => testNow,
    domain: 'sealane.localhost',
    publicUrl: 'http://sealane.localhost:3000',
    listening: () => 'http://localhost:3000',
    rateLimits: createRateLimits(null),
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
    judgeDestination: async (url) => (URL.canParse(url) ? null : fault([], 'destination_url')),
    ...over,
  }
}

/** Limits that no test reaches, for tests that make more requests in a minute than one address may. */
export function wideRateLimits(): RateLimits {
  const limits = createRateLimits(null)
  const widen = (perMinute: number) => perMinute * 1_000
  return {
    ...limits,
    count: (id, perMinute) => limits.count(id, widen(perMinute)),
    giveBack: (id, perMinute) => limits.giveBack(id, widen(perMinute)),
  }
}

// Making a server takes longer than most test files. The limits of the one of this worker are new for each file.
let limits = createRateLimits(null)
const limitsOfFile: RateLimits = {
  count: (id, perMinute) => limits.count(id, perMinute),
  giveBack: (id, perMinute) => limits.giveBack(id, perMinute),
  get known() {
    return limits.known
  },
  get tried() {
    return limits.tried
  },
  close: async () => {},
}
let ofWorker: Promise<FastifyInstance> | undefined
let address: Promise<string> | undefined

/**
 * The whole HTTP server, whose requests need no socket. One for one test file when something is given; otherwise that of
 * this worker, which goes with it.
 */
export function useServer(over?: Partial<HttpDependencies>, options?: Partial<ServerOptions>) {
  const state: { app: FastifyInstance | null } = { app: null }
  const make = (own: Partial<HttpDependencies>) =>
    createServer(testDependencies(own), faces, { trustedProxies: [], ...options })
  const isShared = !over && !options
  beforeAll(async () => {
    limits = createRateLimits(null)
    if (isShared) ofWorker ??= make({ rateLimits: limitsOfFile })
    state.app = await (isShared && ofWorker ? ofWorker : make(over ?? {}))
  })
  afterAll(() => (isShared ? undefined : state.app?.close()))
  const app = () => {
    if (!state.app) throw new Error('The server is made before the first test.')
    return state.app
  }
  return {
    get app(): FastifyInstance {
      return app()
    },
    /** Where it listens, from the first time on that this is asked for: its origin. */
    listen(): Promise<string> {
      if (!isShared) throw new Error('Listen with the app of a server that is made for one file.')
      address ??= app().listen({ port: 0, host: '127.0.0.1' })
      return address
    },
  }
}

export type Api = {
  ctx: Context
  key: string
  call(method: InjectOptions['method'], url: string, options?: CallOptions): Promise<LightMyRequestResponse>
}
type CallOptions = { headers?: Record<string, string>; body?: unknown }

/** A new organization with its own key, and a function that calls the REST dialect with it. */
export async function newApi(server: { app: FastifyInstance }, over: Partial<NewApiKey> = {}): Promise<Api> {
  const ctx = await newContext({ now: testNow })
  const { secret } = await createApiKey(ctx, { name: 'Test', apiVersion: '2.2', requestsPerMinute: 100_000, ...over })
  return {
    ctx,
    key: secret,
    call: (method = 'GET', url, { headers = {}, body } = {}) =>
      server.app.inject({
        method,
        url,
        headers: { 'x-api-key': secret, ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      }),
  }
}
