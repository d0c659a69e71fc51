import { beforeAll, expect, test } from 'vitest'
import { createClient, SealaneError } from '../../clients/typescript/src/index.ts'
import { bodies } from '../../tools/samples/rest.ts'
import { newApi, useServer } from '../support/api.ts'
import { setStage } from '../support/stage.ts'
import { newVerification } from '../support/verifications.ts'

const server = useServer()
const address = { url: '' }
beforeAll(async () => {
  address.url = `${await server.listen()}/v2`
})

async function newTypedClient(over: { fetch?: typeof fetch } = {}) {
  const api = await newApi(server)
  return { api, client: createClient({ baseUrl: address.url, apiKey: api.key, ...over }) }
}

test('the client subscribes, reads, changes and deletes', async () => {
  const { client } = await newTypedClient()
  const webhook = await client.createWebhook({ destination_url: 'https://a.example/hook' })
  const changed = await client.updateWebhook(webhook.webhook_id, { event_types: ['verification'] })
  expect(changed.event_types).toEqual(['verification'])
  expect((await client.listWebhooks({ search: 'a.example' })).total).toBe(1)
  expect((await client.deleteWebhook(webhook.webhook_id)).webhook_id).toBe(webhook.webhook_id)
})

test('the client reads every item of a list by cursor, filtered by metadata as an object', async () => {
  const { api, client } = await newTypedClient()
  for (const internal_id of ['1', '2', '1']) await newVerification(api.ctx, { metadata: { internal_id } })
  const found = []
  const verification_metadata = { internal_id: '1' }
  const list = (query: { cursor: string }) => client.listVerifications({ ...query, size: 1, verification_metadata })
  for await (const one of client.pages(list)) found.push(one.verification_metadata)
  expect(found).toEqual([verification_metadata, verification_metadata])
})

test('the client takes an agreement to its end and downloads the document', async () => {
  const { api, client } = await newTypedClient()
  const stage = await setStage(api.ctx)
  const document = await client.downloadDocument(String(stage.submission_id))
  expect(Buffer.from(document.subarray(0, 5)).toString()).toBe('%PDF-')
  const link = await client.createAgreementLink({ agreement_id: String(stage.agreement_id) })
  expect(link.url).toContain(link.agreement_link_id)
})

test('the client throws an API error with its body', async () => {
  const { client } = await newTypedClient()
  const failed = client.getVerification('VERIFICATION-1_x')
  await expect(failed).rejects.toThrow(SealaneError)
  await expect(failed).rejects.toMatchObject({ status: 404, body: { error: 4101 } })
})

test('the client repeats a POST without a reply, which has one effect', async () => {
  const lost = { count: 0 }
  const flaky: typeof fetch = async (url, init) => {
    const reply = await fetch(url, init)
    lost.count += 1
    if (lost.count === 1) throw new TypeError('fetch failed')
    return reply
  }
  const { client } = await newTypedClient({ fetch: flaky })
  await client.createWebhook({ destination_url: 'https://a.example/hook' })
  expect((await client.listWebhooks()).total).toBe(1)
})

test('an order is typed from type to metadata', async () => {
  const { client } = await newTypedClient()
  const order = bodies({}).orderVerification as Parameters<typeof client.orderVerification>[0]
  const ordered = await client.orderVerification(order)
  expect(ordered.verification_tier).toBe('request_us_criminal_record_check_tier_1')
})
