import { expect, test } from 'vitest'
import { createApiKey } from '../../src/core/accounts/index.ts'
import { formatId } from '../../src/core/ids.ts'
import type { Finishing } from '../../src/core/submissions/index.ts'
import { readEntry, readProof } from '../../verifier/evidence/proof.ts'
import { finishing, finishingLate, logEverything, runSealing } from '../support/finishing.ts'
import { newColleague } from '../support/jsonapi.ts'
import { openServer } from '../support/jsonapi-server.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

/** A signed submission, the job that seals it, and a reader of it in both dialects. */
async function newSigned() {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const { ctx } = signing
  const { id } = await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const client = await newColleague({ app: await openServer(), ctx, slug: '' }, 'admin')
  const { secret } = await createApiKey(ctx, { name: 'Key', apiVersion: '2.2', role: 'admin' })
  return {
    ctx,
    client,
    submission: formatId('submission', id),
    rest: (path: string, key = secret) => client.app.inject({ url: `/v2${path}`, headers: { 'x-api-key': key } }),
    file: (path: string, token = client.token) =>
      client.app.inject({ url: `/v1/api${path}`, headers: { authorization: `Bearer ${token}` } }),
    seal: (how: Finishing) => runSealing(ctx, id, how),
  }
}

type Signed = Awaited<ReturnType<typeof newSigned>>

const reasonsOf = async ({ rest, client, submission }: Signed) => [
  (await rest(`/submissions/${submission}`)).json().seal_reason,
  (await client.get(`/submissions/${submission}`)).body.data.attributes.sealReason,
]

const fails: [string, Finishing][] = [
  ['authority_failed', finishingLate],
  ['other', { ...finishing, render: () => Promise.reject(new Error('The renderer fails.')) }],
]

test('both dialects name why the last try to seal failed, and nothing once it is sealed', async () => {
  const signed = await newSigned()
  expect(await reasonsOf(signed)).toEqual([null, null])
  for (const [reason, how] of fails) {
    await expect(signed.seal(how)).rejects.toThrow()
    expect(await reasonsOf(signed)).toEqual([reason, reason])
  }
  await signed.seal(finishing)
  expect(await reasonsOf(signed)).toEqual([null, null])
})

test('the proof that the log names a document is the same file in both dialects, and that of its hash', async () => {
  const signed = await newSigned()
  await signed.seal(finishing)
  await logEverything(signed.ctx)
  const document = (await signed.client.get('/documents')).body.data[0]
  const path = `/documents/${document.id}/proof`
  expect(document.links).toMatchObject({ proof: expect.stringMatching(`${path}$`) })
  const [theirs, ours] = [await signed.rest(`/submissions/${signed.submission}/proof`), await signed.file(path)]
  expect([ours.statusCode, ours.payload]).toEqual([200, theirs.payload])
  expect([theirs.headers['content-type'], ours.headers['content-type']]).toEqual([
    'text/plain',
    'text/plain; charset=utf-8',
  ])
  for (const header of ['content-disposition', 'cache-control'])
    expect(ours.headers[header]).toBe(theirs.headers[header])
  const row = readEntry(Buffer.from(readProof(ours.payload)?.extra ?? []).toString())
  expect(row?.data.sha256).toBe(document.attributes.sha256)
  const stranger = await newSigned()
  const refused = [
    await signed.file(path, stranger.client.token),
    await signed.file(path, ''),
    await signed.file('/documents/x/proof'),
  ]
  expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 401, 404])
})
