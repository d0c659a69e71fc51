import { expect, test } from 'vitest'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import { formatId } from '../../src/core/ids.ts'
import { guessesPerMinute } from '../../src/http/guesses.ts'
import { createKnownSecrets } from '../../src/http/known-secrets.ts'
import { newApi } from '../support/api.ts'
import { callFrom, newAddress, newNetwork, useProxiedServer } from '../support/callers.ts'
import { simpleAgreement } from '../support/signing.ts'

const server = useProxiedServer()

const wrongKey = () => ({ url: '/v2/webhooks', headers: { 'x-api-key': `APIKEY-1-${Math.random()}` } })
const wrongToken = () => ({ url: '/v1/api/webhooks', headers: { authorization: `Bearer wrong${Math.random()}` } })
const wrongLink = () => ({ url: `/agree/${`${Math.random()}`.slice(2).padEnd(22, 'a')}` })

/** The statuses of this many requests at once. */
async function statusesOf(count: number, from: () => string, ask: () => { url: string; headers?: object }) {
  const replies = Array.from({ length: count }, () => callFrom(server.app, from(), { ...ask() } as { url: string }))
  return (await Promise.all(replies)).map(({ statusCode }) => statusCode)
}

async function newLink() {
  const { ctx, key } = await newApi(server)
  const { id: agreementId } = await createAgreement(ctx, simpleAgreement)
  const link = await createAgreementLink(ctx, { agreementId })
  return { key, url: `/agree/${formatId('agreement_link', link.id)}/` }
}

test.each([
  ['keys', wrongKey, 401],
  ['tokens', wrongToken, 401],
  ['addresses of links', wrongLink, 404],
])('one address may try only some wrong %s in a minute, also at once', async (_what, ask, status) => {
  const address = newAddress()
  const statuses = await statusesOf(guessesPerMinute + 10, () => address, ask)
  expect(statuses.filter((one) => one === status)).toHaveLength(guessesPerMinute)
  expect(statuses.filter((one) => one === 429)).toHaveLength(10)
})

test.each([
  ['keys', wrongKey],
  ['tokens', wrongToken],
  ['addresses of links', wrongLink],
])('wrong %s count for the whole IPv6 /64 of an address, and for no other', async (_what, ask) => {
  const [mine, other] = [newNetwork(), newNetwork()]
  expect(await statusesOf(guessesPerMinute + 5, mine, ask)).toContain(429)
  expect(await statusesOf(1, other, ask)).not.toContain(429)
})

test.each([
  ['%s', 'in its IPv6 form', (address: string) => `::ffff:${address}`],
  ['%s', 'with a port behind it', (address: string) => `${address}:4711`],
])('an IPv4 address (%s) is the same address %s', async (_form, _what, written) => {
  const address = newAddress()
  await statusesOf(guessesPerMinute, () => address, wrongKey)
  expect(await statusesOf(1, () => written(address), wrongKey)).toEqual([429])
})

test('the reply to a wrong key has the state of the limit and when to retry', async () => {
  const address = newAddress()
  const { headers } = await callFrom(server.app, address, wrongKey())
  expect(headers).toMatchObject({ 'ratelimit-policy': '"wrong-keys";q=100;w=60', ratelimit: '"wrong-keys";r=99;t=60' })
  await statusesOf(guessesPerMinute, () => address, wrongKey)
  const refused = await callFrom(server.app, address, wrongKey())
  expect([refused.statusCode, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
  expect(refused.json()).toMatchObject({ error: 2003 })
})

test('a right key is not counted, and works at an address that is out of guesses', async () => {
  const [address, { key }] = [newAddress(), await newApi(server)]
  const right = () => ({ url: '/v2/webhooks', headers: { 'x-api-key': key } })
  expect(new Set(await statusesOf(guessesPerMinute * 2, () => address, right))).toEqual(new Set([200]))
  expect(await statusesOf(guessesPerMinute, () => address, wrongKey)).not.toContain(429)
  expect(await statusesOf(1, () => address, wrongKey)).toEqual([429])
  expect(await statusesOf(1, () => address, right)).toEqual([200])
})

test('wrong tokens for one signer count like wrong links, and an open session stays open', async () => {
  const [address, { url }] = [newAddress(), await newLink()]
  await statusesOf(
    1,
    () => address,
    () => ({ url }),
  )
  const statuses = await statusesOf(
    guessesPerMinute + 5,
    () => address,
    () => ({ url: `${url}begin/${Math.random()}` }),
  )
  expect(statuses.filter((one) => one === 429)).toHaveLength(5)
  expect(
    await statusesOf(
      1,
      () => address,
      () => ({ url }),
    ),
  ).not.toContain(429)
})

test('one address may send at most 300 forms a minute', async () => {
  const [address, { url }] = [newAddress(), await newLink()]
  const send = () =>
    callFrom(server.app, address, {
      method: 'POST',
      url: `${url}sgn_${'0'.repeat(32)}/sign`,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
  const replies = await Promise.all(Array.from({ length: 310 }, send))
  expect(replies.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10)
})

test('right secrets are remembered for a bounded time and in a bounded number', () => {
  const clock = { now: 0 }
  const known = createKnownSecrets(2, () => clock.now)
  for (const secret of ['a', 'b', 'c']) known.add(secret)
  expect(['a', 'b', 'c'].map(known.has)).toEqual([false, true, true])
  clock.now = 10 * 60_000
  expect(known.has('c')).toBe(false)
})
