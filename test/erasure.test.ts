import { expect, test } from 'vitest'
import { createApiKey } from '../src/core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../src/core/agreements/index.ts'
import { eraseSubject } from '../src/core/erasures/index.ts'
import { formatId } from '../src/core/ids.ts'
import { completeSubmission } from '../src/core/submissions/index.ts'
import { createWebhook } from '../src/core/webhooks/index.ts'
import { resources } from '../src/http/jsonapi/registry.ts'
import { endpoints } from '../src/http/rest/endpoints.ts'
import { renderEvent } from '../src/http/rest/webhooks/render-event.ts'
import { createLog } from '../src/log.ts'
import { useServer } from './support/api.ts'
import { finishing } from './support/finishing.ts'
import { clientOf, newClient } from './support/jsonapi.ts'
import { database } from './support/organization.ts'
import { newDrawing, simpleAgreement } from './support/signing.ts'
import { injecting, newVisitor } from './support/visitor.ts'

const logged: string[] = []
const log = createLog({ logLevel: 'trace' }, { write: (line) => void logged.push(line) })
const server = useServer({ log, now: () => new Date() })

const planted = {
  name: 'Quillreply Feather',
  email: 'quillreply@feather.example',
  metadata: 'meta-quillreply',
  field: 'field-quillreply',
  agent: 'agent-quillreply',
  mark: '171.3,23.7,180.1',
}
const leaks = (text: string) =>
  Object.values(planted).filter((value) => text.toLowerCase().includes(value.toLowerCase()))

async function sign() {
  const client = clientOf(server.app, await newClient())
  const { ctx } = client
  const { secret: key } = await createApiKey(ctx, { name: 'Test' })
  const webhook = await createWebhook(ctx, { destinationUrl: 'https://a.example/hook' }, async () => null)
  const fields = simpleAgreement.fields.map((one) => (one.key === 'name' ? { ...one, maxLength: 80 } : one))
  const agreement = await createAgreement(ctx, { ...simpleAgreement, fields })
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  const visitor = newVisitor(injecting(server.app), `/agree/${formatId('agreement_link', link.id)}/`)
  const headers = { 'user-agent': planted.agent }
  await visitor.get(`?internal_name=${planted.metadata}`, headers)
  await visitor.post('identify', { name: planted.name, email: planted.email, electronic_records: 'true' }, headers)
  const form = { 'field.name': planted.field, 'field.from': '2026-04-01', 'field.agree': 'true' }
  const drawing = newDrawing([[171.3, 23.7, 180.1, 44.9, 262.7, 31.3]])
  await visitor.post('sign', { ...form, signature_method: 'drawn', signature_drawing: drawing }, headers)
  const { id } = await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  await completeSubmission(ctx, finishing, id)
  const { subject_id: subjectId } = await ctx.db.selectFrom('signers').select('subject_id').executeTakeFirstOrThrow()
  return { client, ctx, key, webhook, subjectId }
}

type Signed = Awaited<ReturnType<typeof sign>>

/** Every list and every resource that either dialect shows of the organization, as text. */
async function readAll({ client, key, webhook }: Signed): Promise<string> {
  const texts: string[] = []
  for (const { type } of resources) texts.push((await client.get(`/${type}?page[size]=100`)).text)
  for (const { method, path } of endpoints.filter(({ method, reply }) => method === 'GET' && reply.kind === 'page')) {
    const url = `/v2${path.replaceAll(/\{\w+\}/g, formatId('webhook', webhook.id))}`
    texts.push((await server.app.inject({ method, url, headers: { 'x-api-key': key } })).body)
  }
  return texts.join('\n')
}

/** The bodies of all deliveries, rendered and stored as the engine does. */
async function keepBodies({ ctx }: Signed): Promise<void> {
  for (const event of await ctx.db.selectFrom('events').selectAll().execute()) {
    const told = { ...event, occurredAt: event.occurred_at, isTest: event.is_test }
    const body = renderEvent(told, { apiVersion: '2.2' })
    const values = { organization_id: ctx.organizationId, event_id: event.id, api_version: '2.2', body }
    await database.system.insertInto('event_bodies').values(values).execute()
  }
}

const bodies = async ({ ctx }: Signed) =>
  (await ctx.db.selectFrom('event_bodies').select('body').execute()).map(({ body }) => String(body)).join('\n')

test('nothing planted of a signer is in a log, and after an erasure none is in a reply or a delivered body', async () => {
  const signed = await sign()
  await keepBodies(signed)
  // Metadata belongs to organizations. Marks and origins of people are told to nobody.
  expect(leaks(await readAll(signed)).sort()).toEqual(
    expect.arrayContaining([planted.name, planted.metadata, planted.field]),
  )
  expect(leaks(await bodies(signed))).toEqual([planted.metadata])
  await eraseSubject(signed.ctx, signed.subjectId)
  expect([leaks(await readAll(signed)), leaks(await bodies(signed)), leaks(logged.join('\n'))]).toEqual([[], [], []])
  expect(logged.length).toBeGreaterThan(10)
})

test('the token of a signing URL is in no log, however it is requested', async () => {
  const secret = 'A'.repeat(43)
  for (const end of ['', '/', '/more', '?x=1', '/../../x'])
    await server.app.inject(`/agree/Ce4hRho4SpV4TWqiR2pQtS/begin/${secret}${end}`)
  expect(logged.filter((line) => line.includes('/begin/[secret]')).length).toBeGreaterThan(3)
  expect(logged.filter((line) => line.includes(secret))).toEqual([])
})
