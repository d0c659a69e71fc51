import { beforeAll, expect, test } from 'vitest'
import { createClient, JsonApiError } from '../../clients/jsonapi/src/index.ts'
import { newClient } from '../support/jsonapi.ts'
import { listen } from '../support/jsonapi-server.ts'

const address = { url: '' }
beforeAll(async () => {
  address.url = `${await listen()}/v1/api`
})

async function newTypedClient() {
  const { token } = await newClient()
  return createClient({ baseUrl: address.url, token })
}

test('the typed client creates, reads, changes, lists and removes', async () => {
  const client = await newTypedClient()
  const { data } = await client.create('webhooks', { destinationUrl: 'https://a.example/hook' })
  await client.update('webhooks', data.id, { eventTypes: ['verification'] })
  const found = await client.get('webhooks', data.id, { include: ['creator'] })
  expect(found.data.attributes.eventTypes).toEqual(['verification'])
  expect(found.included?.map(({ type }) => type)).toEqual(['users'])
  expect((await client.list('webhooks', { filter: { destinationUrl: 'a.example' } })).meta?.total).toBe(1)
  await client.remove('webhooks', data.id)
  expect((await client.list('webhooks')).data).toEqual([])
})

test('the typed client reads every page, and throws on a refusal', async () => {
  const client = await newTypedClient()
  const names = []
  for await (const role of client.all('roles', { sort: ['name'] })) names.push(role.attributes.name)
  expect(names).toEqual(['admin', 'manager', 'member', 'viewer'])
  const refused = await client.create('webhooks', { destinationUrl: 'nowhere' }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(JsonApiError)
  expect(refused).toMatchObject({ status: 422 })
})

test('attributes and relationships of the typed client have the types of the reference', async () => {
  const client = await newTypedClient()
  const fields = [{ key: 's', type: 'signature' as const, role: 'a', label: 'Sign', required: true }]
  const words = { title: 'A', source: '{{s}}', signerRoles: [{ key: 'a', name: 'A' }], fields }
  const { data: agreement } = await client.create('agreements', words)
  const to = { agreement: { data: { type: 'agreements' as const, id: agreement.id } } }
  const { data: link } = await client.create('agreement-links', { title: 'For Robin' }, to)
  expect(agreement.attributes.fields[0]?.label).toBe('Sign')
  expect(link.relationships.agreement.links.related).toContain(link.id)
  // @ts-expect-error A webhook is no agreement.
  const wrong = client.create('agreement-links', {}, { agreement: { data: { type: 'webhooks', id: 'x' } } })
  await expect(wrong).rejects.toMatchObject({ status: 409 })
})

const words = (source: string) => ({
  title: 'Notice',
  source,
  signerRoles: [{ key: 'a', name: 'A' }],
  fields: [{ key: 's', type: 'signature' as const, role: 'a', label: 'Sign', required: true }],
})

test('a change with an outdated ETag is refused', async () => {
  const client = await newTypedClient()
  const { data } = await client.create('agreements', words('One {{s}}'))
  const { etag } = await client.get('agreements', data.id)
  const change = (source: string) => client.update('agreements', data.id, { source }, {}, { ifMatch: etag })
  const second = await change('Two {{s}}')
  expect(await change('Three {{s}}').catch((error: unknown) => error)).toMatchObject({ status: 412 })
  expect(second.etag).toBe((await client.get('agreements', data.id)).etag)
})

test('the versions of an agreement are listed, newest first, and each is read by its id', async () => {
  const client = await newTypedClient()
  const { data } = await client.create('agreements', words('One {{s}}'))
  await client.update('agreements', data.id, { source: 'Two {{s}}' })
  const versions = await client.list('agreement-versions', { filter: { agreement: data.id } })
  expect(versions.data.map(({ id, attributes }) => [id, attributes.number, attributes.source])).toEqual([
    [`${data.id}_2`, 2, 'Two {{s}}'],
    [`${data.id}_1`, 1, 'One {{s}}'],
  ])
  const first = await client.get('agreement-versions', `${data.id}_1`, { include: ['agreement'] })
  expect(first.included?.map(({ id }) => id)).toEqual([data.id])
})

test('a fault in a text has its line as a member', async () => {
  const client = await newTypedClient()
  const refused = client.create('agreements', words('One\n\n{{other}} {{s}}'))
  await expect(refused).rejects.toMatchObject({ errors: [{ meta: { rule: 'known_field', line: 3 } }] })
})

test('the typed client follows changes, knows where to continue, and stops on request', async () => {
  const client = await newTypedClient()
  const leave = new AbortController()
  const told: string[] = []
  const following = (async () => {
    for await (const one of client.follow({ types: ['webhooks'], signal: leave.signal })) {
      told.push(one.event === 'change' ? `${one.what} ${one.position !== null}` : one.event)
      if (one.event === 'open') await client.create('webhooks', { destinationUrl: 'https://a.example/hook' })
      if (one.event === 'change') leave.abort()
    }
  })()
  await expect(following).rejects.toThrow(/abort/i)
  expect(told).toEqual(['open', 'webhook.created true'])
})

test('an error of the typed client has the id of the request', async () => {
  const client = await newTypedClient()
  const lost = await client.get('webhooks', `wb_${'0'.repeat(32)}`).catch((error: unknown) => error)
  expect(lost).toMatchObject({ status: 404, requestId: expect.stringMatching(/^[\w-]{8,}$/) })
})
