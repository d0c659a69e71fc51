import { expect, test } from 'vitest'
import { resources } from '../../src/http/jsonapi/registry.ts'
import type { ReplyShape } from '../../src/http/rest/endpoint.ts'
import { hasShownOnce } from '../../src/http/rest/members.ts'
import { endpointsIn } from '../../src/http/rest/openapi/index.ts'
import { resources as restResources } from '../../src/http/rest/resources.ts'
import { inOrder } from '../rest/everything.ts'
import { newApi, useServer } from '../support/api.ts'
import { mediaType } from '../support/jsonapi.ts'
import { requestOn, setStage } from '../support/stage.ts'
import { agreementAttributes, create, newWorld, type World } from './jsonapi/world.ts'

const server = useServer()
const secret = /whsec_|APIKEY-|sl[ti]_[0-9a-f]{20}|\/begin\//
const sentence = '(shown once, in the first reply)'

test('a repeated REST request gets its reply with a sentence in place of each secret', async () => {
  const api = await newApi(server)
  const stage = await setStage(api.ctx)
  const made = inOrder(endpointsIn('2.2').filter(({ method }) => method === 'POST'))
  const shown: string[] = []
  for (const endpoint of made) {
    const { url, body } = requestOn(stage, endpoint)
    const headers = { 'idempotency-key': endpoint.id }
    const ask = async () => (await api.call('POST', url, { body, headers })).payload
    if (await showsOnce(ask)) shown.push(endpoint.id)
  }
  expect(shown).toEqual(made.filter(({ reply }) => isDeclared(reply)).map(({ id }) => id))
})

function isDeclared(reply: ReplyShape): boolean {
  return 'resource' in reply && hasShownOnce(restResources[reply.resource])
}

/** Whether the answer to a request has a secret. The answer to its repetition must not have it. */
async function showsOnce(ask: () => Promise<string>): Promise<boolean> {
  const [first, second] = [await ask(), await ask()]
  expect(second).not.toMatch(secret)
  if (!secret.test(first)) return false
  expect(second).toContain(sentence)
  return true
}

type Made = { attributes: object; relationships?: object }
const to = (type: string, id: string) => ({ data: { type, id } })
const makers: Record<string, (world: World) => Made> = {
  submissions: ({ link }) => ({ attributes: {}, relationships: { agreementLink: to('agreement-links', link) } }),
  webhooks: () => ({ attributes: { destinationUrl: 'http://127.0.0.1:9/hook' } }),
  'secret-rotations': ({ webhook }) => ({ attributes: {}, relationships: { webhook: to('webhooks', webhook) } }),
  'api-credentials': () => ({ attributes: { name: 'Token' } }),
  'api-keys': () => ({ attributes: { name: 'Key' } }),
}
const ext = `${mediaType};ext="https://jsonapi.org/ext/atomic"`
const types = resources.filter(
  ({ create: make, attributes }) => make && JSON.stringify(attributes).includes('shownOnce'),
)

test('a repeated JSON:API request does too, for each type with a secret, and in operations', async () => {
  const world = await newWorld()
  const { id } = await create(world, 'agreements', agreementAttributes)
  const link = (await create(world, 'agreement-links', {}, { agreement: to('agreements', id) })).id
  expect(types.map(({ type }) => type).sort()).toEqual(Object.keys(makers).sort())
  for (const { type } of types) {
    const data = { type, ...makers[type]?.({ ...world, link }) }
    const body = { 'atomic:operations': [{ op: 'add', href: `/${type}`, data }] }
    const headers = { 'idempotency-key': `${type}-together`, 'content-type': ext, accept: ext }
    const alone = async () =>
      (await world.call('POST', `/${type}`, { body: { data }, headers: { 'idempotency-key': type } })).text
    const together = async () => (await world.call('POST', '/operations', { body, headers })).text
    expect([type, await showsOnce(alone), await showsOnce(together)]).toEqual([type, true, true])
  }
})
