import { beforeAll, expect, test } from 'vitest'
import { type Client, mediaType, newClient } from '../support/jsonapi.ts'

let client: Client
beforeAll(async () => {
  client = await newClient()
})

const document = (name: string) => Buffer.from(`{"data":{"type":"api-keys","attributes":{"name":"${name}"}}}`)
const broken = Buffer.from(document('?').map((byte) => (byte === 0x3f ? 0xff : byte)))

async function send(payload: Buffer, over: Record<string, string> = {}) {
  const headers = { authorization: `Bearer ${client.token}`, 'content-type': mediaType, ...over }
  const reply = await client.app.inject({ method: 'POST', url: '/v1/api/api-keys', headers, payload })
  return [reply.statusCode, reply.json().errors?.[0].detail ?? reply.json().data.attributes.name]
}

test('a body that is not UTF-8 is refused, and a byte order mark is accepted', async () => {
  expect(await send(broken)).toEqual([400, 'The body is not UTF-8. Encode it as UTF-8.'])
  expect(await send(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), document('Æsir')]))).toEqual([201, 'Æsir'])
})

test.each([
  ['{"data":', 'The body ends too early, or is not JSON. Send one complete JSON document.'],
  ['{"data":1,}', 'The body is not JSON: reading stopped at position 10.'],
  ['{"data":{"__proto__":{}}}', 'The members __proto__ and constructor.prototype are not allowed. Remove them.'],
  ['{"data":{"__pr\\u006fto__":{}}}', 'The members __proto__ and constructor.prototype are not allowed. Remove them.'],
  ['{"constructor":{"prototype":{}}}', 'The members __proto__ and constructor.prototype are not allowed. Remove them.'],
])('the body %s is refused, and the reason is named', async (body, detail) => {
  expect(await send(Buffer.from(body))).toEqual([400, detail])
})

test('a body with a Content-Encoding is refused, except identity', async () => {
  expect((await send(document('A'), { 'content-encoding': 'gzip' }))[0]).toBe(415)
  expect(await send(document('A'), { 'content-encoding': 'identity' })).toEqual([201, 'A'])
})

test.each(['%ff', '%zz', '%c3%28'])('a query with %s is not UTF-8 and gets a 400', async (text) => {
  expect((await client.get(`/api-keys?filter[name]=${text}`)).status).toBe(400)
})

test.each(['[', '{"a":'])('a body with endless nesting in %s is refused, also where nothing reads it', async (open) => {
  const close = open === '[' ? ']' : '}'
  const deep = `${open.repeat(100_000)}${open === '[' ? '' : 1}${close.repeat(100_000)}`
  const body = `{"data":{"type":"api-keys","attributes":{"name":"A"},"meta":${deep}}}`
  const told = [400, 'Nest at most 64 levels.']
  expect(await send(Buffer.from(body), { 'idempotency-key': 'deep' })).toEqual(told)
  expect(await send(Buffer.from(deep))).toEqual(told)
})
