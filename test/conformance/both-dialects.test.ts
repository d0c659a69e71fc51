import { beforeAll, expect, test } from 'vitest'
import { createApiKey, setMaintenance } from '../../src/core/accounts/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { cancelVerification } from '../../src/core/verifications/index.ts'
import { errorCatalogue } from '../../src/http/rest/errors/catalogue.ts'
import { newVerification } from '../support/verifications.ts'
import { type Ask, refusals, things } from './guarantees.ts'
import { newWorld, type World } from './jsonapi/world.ts'

// One list of requests through both dialects. Both refuse the same requests, with the same status and the same word of
// core.
type Outcome = { status: number; words: readonly string[] }

let world: World
let theirs: World
let key: string

beforeAll(async () => {
  ;[world, theirs] = [await newWorld(), await newWorld()]
  key = await newKey()
})

async function newKey(role = 'admin'): Promise<string> {
  const made = await createApiKey(world.ctx, { name: role, apiVersion: '2.2', role, requestsPerMinute: 10_000 })
  return made.secret
}

async function askBoth({ rest, jsonapi }: Ask, as = { key, client: world }): Promise<[Outcome, Outcome]> {
  const [method, path, body] = rest
  const plain = await world.app.inject({
    method: method as 'GET',
    url: `/v2${path}`,
    headers: { 'x-api-key': as.key },
    ...(body ? { payload: body } : {}),
  })
  const answer = await as.client.call(jsonapi[0], jsonapi[1], jsonapi[2] ? { body: jsonapi[2] } : {})
  const { error = 0 } = plain.payload ? JSON.parse(plain.payload) : {}
  const entry = errorCatalogue.find(({ code }) => code === error)
  return [
    { status: plain.statusCode, words: entry?.words ?? [] },
    { status: answer.status, words: (answer.body.errors ?? []).map(({ code }) => code) },
  ]
}

function expectAlike([rest, jsonapi]: [Outcome, Outcome], status: number, word?: string): void {
  expect([rest.status, jsonapi.status]).toEqual([status, status])
  if (!word) return
  expect(rest.words).toContain(word)
  expect(jsonapi.words).toContain(word)
}

test.each(refusals)('both dialects refuse $name', async ({ ask, status, word }) => {
  expectAlike(await askBoth(ask(world)), status, word)
})

test('both dialects show an organization’s things, and hide them from others', async () => {
  for (const [, rest, jsonapi] of things(world))
    expectAlike(await askBoth({ rest: ['GET', rest], jsonapi: ['GET', jsonapi] }), 200, undefined)
  for (const [name, rest, jsonapi] of things(theirs)) {
    const noun = name === 'webhook event' ? undefined : `${name.replaceAll(' ', '_')}_not_found`
    expectAlike(await askBoth({ rest: ['GET', rest], jsonapi: ['GET', jsonapi] }), 404, noun)
  }
})

test('what one dialect deletes is not found by the other', async () => {
  const path = `/webhooks/${theirs.webhook}`
  expect((await theirs.call('DELETE', path)).status).toBe(204)
  const other = await createApiKey(theirs.ctx, { name: 'K', apiVersion: '2.2' })
  const as = { key: other.secret, client: theirs }
  expectAlike(await askBoth({ rest: ['DELETE', path], jsonapi: ['DELETE', path] }, as), 404, 'webhook_not_found')
})

test('neither dialect can cancel an ended verification', async () => {
  const { id } = await newVerification(world.ctx)
  await cancelVerification(world.ctx, id)
  const publicId = formatId('verification', id)
  const verification = { data: { type: 'verifications', id: publicId } }
  const document = { data: { type: 'cancellations', relationships: { verification } } }
  const ask: Ask = {
    rest: ['POST', `/verifications/${publicId}/cancel`, {}],
    jsonapi: ['POST', '/cancellations', document],
  }
  expectAlike(await askBoth(ask), 409, 'verification_closed')
})

test('neither dialect can delete what a signer saw, or make a link of an archived agreement', async () => {
  const client = world
  await client.call('PATCH', `/agreements/${client.agreement}`, {
    body: { data: { type: 'agreements', id: client.agreement, attributes: { isArchived: true } } },
  })
  const agreement = { data: { type: 'agreements', id: client.agreement } }
  const ask: Ask = {
    rest: ['POST', '/agreement-links', { agreement_id: client.agreement }],
    jsonapi: ['POST', '/agreement-links', { data: { type: 'agreement-links', relationships: { agreement } } }],
  }
  expectAlike(await askBoth(ask), 409, 'agreement_archived')
  const gone = await client.call('DELETE', `/agreements/${client.agreement}`)
  expect([gone.status, gone.body.errors[0].code]).toEqual([409, 'agreement_in_use'])
})

test('neither dialect serves a request without a key or token', async () => {
  const ask: Ask = { rest: ['GET', '/webhooks'], jsonapi: ['GET', '/webhooks'] }
  const stranger = {
    ...world,
    call: (method: string, path: string) => world.call(method, path, { headers: { authorization: 'x' } }),
  }
  expectAlike(await askBoth(ask, { key: 'x', client: stranger }), 401, 'unauthenticated')
})

test('maintenance closes both dialects with the same code', async () => {
  await setMaintenance(world.ctx, true)
  const outcome = await askBoth({ rest: ['GET', '/webhooks'], jsonapi: ['GET', '/webhooks'] })
  await setMaintenance(world.ctx, false)
  expectAlike(outcome, 503, 'maintenance')
})
