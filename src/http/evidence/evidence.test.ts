import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { newApi, useServer } from '../../../test/support/api.ts'
import { database, vault } from '../../../test/support/organization.ts'
import { readProof } from '../../../verifier/evidence/proof.ts'
import { createApiKey } from '../../core/accounts/index.ts'
import { extendLogs, readCheckpoint, readHead } from '../../core/evidence/index.ts'
import { formatId } from '../../core/ids.ts'

const server = useServer()

/** An organization whose log has some leaves, and its API key. */
async function newReader() {
  const { ctx, key } = await newApi(server)
  for (const name of ['a', 'b', 'c']) await createApiKey(ctx, { name })
  const parts = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }
  // Another test that records at the same time holds the horizon back.
  const sizeOf = async () => {
    await extendLogs(parts)
    return (await readHead(ctx.db, ctx.organizationId))?.size ?? 0
  }
  await expect.poll(sizeOf).toBeGreaterThanOrEqual(4)
  const id = formatId('organization', ctx.organizationId)
  const get = (path: string, headers: Record<string, string> = {}) =>
    server.app.inject({ url: `/evidence/${id}/${path}`, headers })
  const { size } = readCheckpoint(`${(await get('checkpoint')).body.split('\n\n')[0]}\n`)
  return { ctx, id, get, size, key: { 'x-api-key': key } }
}

test('anybody can read the head of a log and its hashes, which are those of the entries', async () => {
  const { get, size, key } = await newReader()
  const tile = (await get(`tile/0/000.p/${size}`)).rawPayload
  expect(tile).toHaveLength(32 * size)
  const entries = (await get(`tile/entries/000.p/${size}`, key)).rawPayload
  const length = entries.readUInt16BE(0)
  const leaf = hash('sha256', Buffer.concat([Buffer.of(0), entries.subarray(2, 2 + length)]), 'buffer')
  expect(leaf).toEqual(tile.subarray(0, 32))
  expect((await get(`tile/0/000.p/${size + 1}`)).statusCode).toBe(404)
})

test.each(['tile/entries/000.p/1', 'proof/aud_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'])(
  '%s needs the permission to read the trail of that organization',
  async (path) => {
    const { get } = await newReader()
    const other = await newReader()
    expect((await get(path)).statusCode).toBe(401)
    const wrong = other.key['x-api-key'].replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect((await get(path, { 'x-api-key': wrong })).statusCode).toBe(401)
    expect((await get(path, other.key)).statusCode).toBe(404)
  },
)

test('a proof file contains its head', async () => {
  const { ctx, get, key, size } = await newReader()
  const row = await ctx.db.selectFrom('audit_events').select('id').orderBy('position').executeTakeFirstOrThrow()
  const reply = await get(`proof/${formatId('audit_event', row.id)}`, key)
  expect(reply.headers['content-disposition']).toMatch(/aud_[\da-f]{32}\.tlog-proof/)
  const proof = readProof(reply.body)
  expect(proof).toMatchObject({ leaf: 0, checkpoint: (await get('checkpoint')).body })
  expect(proof?.hashes).toHaveLength(Math.ceil(Math.log2(size)))
})

test('the trust file has the keys of the log', async () => {
  const { id } = await newReader()
  const trust = (await server.app.inject('/.well-known/sealane-trust.json')).json()
  const log = trust.logs.find(({ origin }: { origin: string }) => origin === `sign.example.com/evidence/${id}`)
  expect(trust).toMatchObject({ version: 1, origin: 'http://sealane.localhost:3000', quorum: 0 })
  expect(log.keys[0].vkey).toMatch(/^sign\.example\.com\/evidence\/ORG-[\da-f]{32}\+[\da-f]{8}\+A[A-Za-z\d+/]/)
})

test.each([
  'checkpoint',
  'tile/0/000',
  'tile/9/999',
  'tile/0/..%2f',
  'tile/x/000',
  'tile/entries/000',
  'proof/x',
  'nothing',
])('an unknown log answers %s with 404, 401 or 400', async (path) => {
  for (const id of ['ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b', 'ORG-x', 'x', '%00'])
    expect([400, 401, 404]).toContain((await server.app.inject(`/evidence/${id}/${path}`)).statusCode)
})

test('a request for an unknown log reveals no organization', async () => {
  const { statusCode, body } = await server.app.inject('/evidence/ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b/checkpoint')
  expect([statusCode, JSON.parse(body).detail]).toEqual([404, 'There is no such log here.'])
})
