import { setTimeout } from 'node:timers/promises'
import { recordApiRequests } from '../../../src/core/accounts/index.ts'
import { type Ceremony, declineAgreement } from '../../../src/core/ceremony/index.ts'
import type { Context } from '../../../src/core/context.ts'
import { extendLogs } from '../../../src/core/evidence/index.ts'
import { formatId, parseId } from '../../../src/core/ids.ts'
import { samples } from '../../../tools/samples/jsonapi.ts'
import { formOf, identifyAs, openAs } from '../../support/ceremony.ts'
import { type Answer, type Client, newClient, type TestResource } from '../../support/jsonapi.ts'
import { database, vault } from '../../support/organization.ts'
import { newSession } from '../../support/people.ts'
import { setStage } from '../../support/stage.ts'
import { newVerification, runJob } from '../../support/verifications.ts'

/** An organization with a resource of every type, and an admin of it. Ids are public ids. */
export type World = Client & {
  agreement: string
  link: string
  submission: string
  verification: string
  webhook: string
  event: string
  /** The id of the event that the webhook heard of. */
  happened: string
  role: string
  user: string
}

export const agreementAttributes = {
  title: 'Lease',
  source: '# Lease\n\n{{signature}}',
  signerRoles: [{ key: 'tenant', name: 'Tenant' }],
  fields: [{ key: 'signature', type: 'signature', role: 'tenant', label: 'Signature', required: true }],
}

/** Fills a new organization through the dialect, and signs as people do. */
export async function newWorld(): Promise<World> {
  const client = await newClient()
  const agreement = await create(client, 'agreements', agreementAttributes)
  const to = { agreement: { data: { type: 'agreements', id: agreement.id } } }
  const link = await create(client, 'agreement-links', {}, to)
  const submission = formatId('submission', (await openSubmission(client, link.id)).ceremony.submission.id)
  await endThings(client, link.id)
  const verification = formatId('verification', (await newVerification(client.ctx)).id)
  const webhook = await create(client, 'webhooks', { destinationUrl: 'http://127.0.0.1:9/hook' })
  const event = await create(client, 'webhook-events', {}, { webhook: { data: { type: 'webhooks', id: webhook.id } } })
  await insertAttempt(client, event)
  await create(client, 'redeliveries', {}, { webhookEvent: { data: { type: 'webhook-events', id: event.id } } })
  await create(client, 'bulk-sends', samples['bulk-sends']?.attributes ?? {}, {
    agreementLink: { data: { type: 'agreement-links', id: link.id } },
  })
  await useKey(client, await create(client, 'api-keys', { name: 'Key' }))
  await newSession(client.userId)
  await makeLog(client)
  const [role] = (await client.get('/roles?filter[name]=viewer')).body.data
  return {
    ...client,
    agreement: agreement.id,
    link: link.id,
    submission,
    verification,
    webhook: webhook.id,
    event: event.id,
    happened: event.relationships.event?.data?.id ?? '',
    role: role.id,
    user: formatId('user', client.userId),
  }
}

// The server extends the log by itself. Transactions of other tests hold it back.
async function makeLog({ get }: Client): Promise<void> {
  const log = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }
  for (;;) {
    await extendLogs(log)
    if ((await get('/evidence-logs')).body.meta.total === 1) return
    await setTimeout(20)
  }
}

/** Makes a resource. Throws the text of the answer when it is not 201. */
export async function create(
  client: Client,
  type: string,
  attributes: object,
  relationships?: object,
): Promise<TestResource> {
  const answer = await post(client, type, attributes, relationships)
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.data
}

/** Posts a new resource of a type. */
export function post(client: Client, type: string, attributes: object, relationships?: object): Promise<Answer> {
  const data = { type, attributes, ...(relationships ? { relationships } : {}) }
  return client.call('POST', `/${type}`, { body: { data } })
}

// A finished agreement with its document, a withdrawn consent, a cancelled verification and a voided submission, and a
// declined submission.
async function endThings(client: Client, link: string): Promise<void> {
  const stage = await setStage(client.ctx)
  const to = (type: string, id = '') => ({ data: { type, id } })
  const verification = to('verifications', stage.open_verification_id)
  await create(client, 'cancellations', { reason: 'Changed our mind' }, { verification })
  await create(client, 'withdrawals', {}, { consent: to('consents', stage.consent_id) })
  await create(
    client,
    'decisions',
    { result: 'verified' },
    { verification: to('verifications', await findReview(client)) },
  )
  const waiting = to('verifications', await findReview(client))
  await create(client, 'saved-views', { name: 'Mine', path: '/verifications', query: 'status=completed' })
  await create(client, 'exports', { list: 'webhooks', format: 'csv' })
  await create(client, 'review-claims', {}, { verification: waiting })
  await create(client, 'erasures', { person: stage.subject_id })
  await create(client, 'secret-rotations', {}, { webhook: to('webhooks', stage.webhook_id) })
  const { ceremony } = await openSubmission(client, link)
  const submission = to('submissions', formatId('submission', ceremony.submission.id))
  await create(client, 'reminders', {}, { signer: to('signers', formatId('signer', ceremony.signer.id)) })
  await create(client, 'voidings', { reason: 'Wrong person' }, { submission })
  const other = await openSubmission(client, link)
  await declineAgreement(other.ctx, other.ceremony, formOf(other.ceremony), 'Not for me')
}

// A verification with a finding, which waits for a person.
async function findReview({ ctx }: Client): Promise<string> {
  const kind = { type: 'us_criminal_record_check', tier: 'request_us_criminal_record_check_tier_1' }
  const { id } = await newVerification(ctx, { ...kind, last: 'Consider' })
  await runJob(ctx, 'verification.submit', id)
  await runJob(ctx, 'verification.sync', id, 9_000)
  return formatId('verification', id)
}

/** Opens a link as a person does, and gives their name. */
async function openSubmission(client: Client, link: string): Promise<{ ctx: Context; ceremony: Ceremony }> {
  const ctx = { ...client.ctx, now: new Date() }
  const opened = await openAs(ctx, parseId('agreement_link', link) ?? '', { country: 'US' })
  await identifyAs(opened)
  return { ctx: opened.ctx, ceremony: await opened.ceremony() }
}

// Writes the row that the log of API requests would have for the key.
function useKey({ ctx }: Client, { id }: TestResource): Promise<void> {
  const request = { method: 'GET', path: '/webhooks', status: 200, apiVersion: '2.2', ipAddress: null }
  const newest = [{ ...request, requestId: 'request-1', occurredAt: new Date() }]
  const apiKeyId = parseId('api_key', id) ?? ''
  return recordApiRequests(database.system, [
    { organizationId: ctx.organizationId, apiKeyId, minutes: new Map([[0, 1]]), newest },
  ])
}

// The delivery engine does not run here. This is the row that it would write.
async function insertAttempt(client: Client, { relationships }: TestResource): Promise<void> {
  const [eventId = '', webhookId = ''] = [relationships.event?.data?.id, relationships.webhook?.data?.id]
  await database.system
    .insertInto('attempts')
    .values({
      organization_id: client.ctx.organizationId,
      event_id: parseId('event', eventId) ?? '',
      webhook_id: parseId('webhook', webhookId) ?? '',
      number: 1,
      outcome: 'http_status',
      http_status: 500,
      error: JSON.stringify({ code: 'status', params: { status: 500 } }),
      response_excerpt: Buffer.from('oops'),
      started_at: new Date(),
      duration_ms: 12,
    })
    .execute()
}
