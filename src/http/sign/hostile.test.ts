import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { goodFields, goodSignature, listenWithPages, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { listAuditEvents } from '../../core/audit/index.ts'

const whole = { ...goodFields, ...goodSignature }

test('only forms are accepted, and JSON of any shape is refused', async () => {
  const { app, base } = await newSigning()
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  for (const payload of ['{"name":{"toString":1}}', '[1]', '{', '{"__proto__":1}']) {
    const reply = await app.inject({ method: 'POST', url: `${base}identify`, headers, payload })
    expect([reply.statusCode, reply.body]).toEqual([415, expect.not.stringContaining('on our side')])
  }
})

test('a form of a sibling domain is refused, whatever origin it claims', async () => {
  const visitor = await newIdentified(await newSigning())
  for (const site of ['same-site', 'cross-site'])
    expect((await visitor.post('sign', whole, { origin: 'null', 'sec-fetch-site': site })).status).toBe(403)
  const own = { origin: 'null', 'sec-fetch-site': 'same-origin' }
  expect((await visitor.post('sign', whole, own)).status).toBe(303)
})

test.each([
  [{}, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'http://localhost:9999' }, 403],
  [{ referer: 'http://evil.example/http://localhost/' }, 403],
  [{ origin: 'null', referer: 'http://localhost/agree/x/' }, 404],
  [{ origin: 'http://localhost' }, 404],
  [{ 'sec-fetch-site': 'none' }, 404],
])('a form without a signer and with the origin %j is answered with %i', async (headers, status) => {
  const { app, base } = await newSigning()
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await app.inject({
    method: 'POST',
    url: `${base}sgn_${'0'.repeat(32)}/code`,
    headers: { ...type, ...headers },
    payload: '',
  })
  expect(reply.statusCode).toBe(status)
})

test('a malformed URL gets a page with the same security headers as every page', async () => {
  const { app } = await newSigning()
  const reply = await app.inject('/agree/%zz')
  expect([reply.statusCode, reply.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
  expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
})

test('a request with a full URL is answered like any other', async () => {
  const { base } = await newSigning()
  const { hostname, port } = new URL(await listenWithPages())
  const socket = connect(Number(port), hostname).setEncoding('latin1')
  const head = `GET http://localhost${base}?a=1 HTTP/1.1\r\nHost: localhost\r\nUser-Agent: x\x85\r\nConnection: close`
  socket.write(`${head}\r\n\r\n`, 'latin1')
  const reply = (await socket.toArray()).join('')
  expect(reply).toMatch(/^HTTP\/1.1 200 [\s\S]*value="a&#61;1"/)
})

test('odd bytes in a header are removed', async () => {
  const { ctx, visit } = await newSigning()
  const visitor = visit()
  await visitor.get()
  await visitor.view({ 'user-agent': 'x\x85' })
  const { items } = await listAuditEvents(ctx)
  expect(items.find(({ action }) => action === 'agreement.viewed')?.actor.userAgent).toBe('x')
})

test('other parameters begin another submission, and none is lost', async () => {
  const signing = await newSigning()
  const visitor = signing.visit()
  for (const query of ['', '?internal_id=2', '?internal_id=2&to=1', '', '?to=1&internal_id=2']) {
    await visitor.get(`${signing.base}${query}`)
    await visitor.view()
  }
  const rows = await signing.ctx.db.selectFrom('submissions').select('metadata').execute()
  const kept = rows.map(({ metadata }) => Object.keys(metadata).sort().join())
  expect(kept.sort()).toEqual(['', 'internal_id', 'internal_id,to'])
})
