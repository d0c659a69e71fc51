import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { createOutboundHttp } from '../../src/adapters/outbound-http/index.ts'
import { type AgreementInput, createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId } from '../../src/core/ids.ts'
import { completeSubmission } from '../../src/core/submissions/index.ts'
import { createRateLimits } from '../../src/http/rate-limit.ts'
import { createServer } from '../../src/http/server.ts'
import { renderSignError, signPlugin } from '../../src/http/sign/index.ts'
import { pdfSources } from '../../src/work.ts'
import { signIn } from './api.ts'
import { finishing, requireSeal } from './finishing.ts'
import { database, newContext, vault } from './organization.ts'
import { hashPassword } from './passwords.ts'
import { providers } from './verifications.ts'
import { injecting, newVisitor, type Visitor } from './visitor.ts'

/** An agreement without verifications: one text, one date, one box, one signature. */
export const simpleAgreement: AgreementInput = {
  title: 'Lease',
  source: 'Between us and {{name}}, from {{from}}. {{agree}} {{signature}}',
  signerRoles: [{ key: 'tenant', name: 'Tenant' }],
  fields: [
    { key: 'name', type: 'text', role: 'tenant', label: 'Name', required: true, maxLength: 20 },
    { key: 'from', type: 'date', role: 'tenant', label: 'From', required: true },
    { key: 'agree', type: 'checkbox', role: 'tenant', label: 'I agree', required: true },
    { key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true },
  ],
  requiredVerifications: [],
}

export const goodFields = { 'field.name': 'Robin', 'field.from': '2026-04-01', 'field.agree': 'true' }
export const goodSignature = { signature_method: 'typed', signature_text: 'Robin' }

export type Signing = {
  ctx: Context
  linkId: string
  base: string
  app: FastifyInstance
  /** The address of its visitors. */
  address: string
  visit(): Visitor
  finish(): Promise<void>
}

const start = new Date('2026-03-01T12:00:00.000Z')

/** The clock of the server of these tests. Each test begins at the same time, because files share the server. */
export const clock = {
  now: start,
  /** Moves the clock on until the test ends. */
  moveOn(ms: number): void {
    clock.now = new Date(clock.now.getTime() + ms)
    onTestFinished(() => {
      clock.now = start
    })
  },
}

let server: Promise<FastifyInstance> | undefined
let origin: Promise<string> | undefined
let signings = 0

/** The origin of the one server of these pages. */
export function listenWithPages(): Promise<string> {
  origin ??= startPages().then((app) => app.listen({ port: 0, host: '127.0.0.1' }))
  return origin
}

function startPages(): Promise<FastifyInstance> {
  const deps = {
    database,
    vault,
    log: pino({ level: 'silent' }),
    now: () => clock.now,
    domain: 'sealane.localhost',
    publicUrl: null,
    listening: () => 'http://localhost',
    providers,
    pdfSources,
    hashPassword,
    signIn,
    readVerifier: async () => null,
    requireSeal,
    trust: { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } },
    judgeDestination: createOutboundHttp({ development: true }).judgeDestination,
    rateLimits: createRateLimits(null),
  }
  server ??= createServer(deps, [{ prefix: '/agree', plugin: signPlugin, renderError: renderSignError }], {
    trustedProxies: [],
  })
  return server
}

/** A new organization with a link to an agreement, and browsers that open it. */
export async function newSigning(input: AgreementInput = simpleAgreement): Promise<Signing> {
  const ctx = await newContext({ now: clock.now })
  const agreement = await createAgreement(ctx, input)
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  const base = `/agree/${formatId('agreement_link', link.id)}/`
  const app = await startPages()
  const finish = async () => {
    const submissions = await ctx.db.selectFrom('submissions').select('id').execute()
    for (const { id } of submissions) await completeSubmission(ctx, finishing, id)
  }
  // An address may make a limited number of requests a minute. All test files of a worker use one server, so each
  // signing has its own address.
  signings += 1
  const address = `127.1.${signings >> 8}.${signings & 255}`
  return { ctx, linkId: link.id, base, app, address, visit: () => newVisitor(injecting(app, address), base), finish }
}

/** A visitor who has opened the link and given their name. */
export async function newIdentified(signing: Signing): Promise<Visitor> {
  const visitor = signing.visit()
  await visitor.get()
  await visitor.post('identify', { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' })
  return visitor
}

/** A drawing as the signing page sends it: one line across a pad of 300 by 100 CSS pixels by default. */
export function newDrawing(strokes: unknown = [[10, 50, 150, 20, 290, 80]], width = 300, height = 100): string {
  return JSON.stringify({ width, height, strokes })
}
