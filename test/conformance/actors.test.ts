import { expect, test } from 'vitest'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import type { Context } from '../../src/core/context.ts'
import { formatId, parseId } from '../../src/core/ids.ts'
import { completeSubmission } from '../../src/core/submissions/index.ts'
import { newApi, useServer } from '../support/api.ts'
import { finishing } from '../support/finishing.ts'
import { clientOf, newClient } from '../support/jsonapi.ts'
import { goodFields, goodSignature, simpleAgreement } from '../support/signing.ts'
import { injecting, newVisitor } from '../support/visitor.ts'
import { create } from './jsonapi/world.ts'

const server = useServer()
const robin = { name: 'Robin', email: 'robin@example.com' }

async function publish(ctx: Context): Promise<string> {
  const { id: agreementId } = await createAgreement(ctx, simpleAgreement)
  return formatId('agreement_link', (await createAgreementLink(ctx, { agreementId })).id)
}

/** An invitation that was made over REST, and the key that asked for it. */
async function overRest() {
  const { ctx, call } = await newApi(server)
  const body = { agreement_link_id: await publish(ctx), signer: robin }
  const made = (await call('POST', '/v2/submissions', { body })).json()
  return { ctx, url: made.signing_url, id: made.submission_id, maker: { kind: 'api_key', id: expect.any(String) } }
}

/** The same over JSON:API. */
async function overJsonApi() {
  const client = clientOf(server.app, await newClient())
  const agreementLink = { data: { type: 'agreement-links', id: await publish(client.ctx) } }
  const { id, attributes } = await create(client, 'submissions', { newSigner: robin }, { agreementLink })
  return { ctx: client.ctx, url: String(attributes.signingUrl), id, maker: { kind: 'user', id: client.userId } }
}

/** A person opens it and signs, and the job finishes it. */
async function playAll(ctx: Context, url: string, id: string): Promise<void> {
  const path = new URL(url).pathname
  const visitor = newVisitor(injecting(server.app), path)
  await visitor.get(path)
  await visitor.view()
  await visitor.post('identify', { ...robin, electronic_records: 'true' })
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  const system: Context = { ...ctx, actor: { kind: 'system' } }
  await completeSubmission(system, finishing, parseId('submission', id) ?? '')
}

test.each([
  ['REST', overRest],
  ['JSON:API', overJsonApi],
])('over %s, every row of a whole submission has its true actor, never the organization', async (_dialect, begin) => {
  const { ctx, url, id, maker } = await begin()
  await playAll(ctx, url, id)
  const query = ctx.db.selectFrom('audit_events').select(['action', 'actor']).orderBy('sequence')
  const rows = await query.where('chain', '=', parseId('submission', id) ?? '').execute()
  const { id: signerId } = await ctx.db.selectFrom('signers').select('id').executeTakeFirstOrThrow()
  const signer = { kind: 'signer', id: signerId }
  const acts = ['agreement.viewed', 'consent.given', 'signer.identified', 'agreement.signed']
  expect(
    rows.map(({ action, actor }) => [action, { kind: actor.kind, ...(actor.id ? { id: actor.id } : {}) }]),
  ).toEqual([
    ['submission.created', maker],
    ...acts.map((action) => [action, signer]),
    ['document.prepared', { kind: 'system' }],
    ['agreement.completed', { kind: 'system' }],
  ])
  expect(JSON.stringify(rows)).not.toContain(ctx.organizationId)
})
