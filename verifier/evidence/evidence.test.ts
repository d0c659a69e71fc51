import { expect, test } from 'vitest'
import { canonicalJson } from '../../src/core/evidence/format.ts'
import { readTrust } from '../trust.ts'
import { checkEvidence } from './check.ts'
import { skewMs } from './checkpoint.ts'
import { entryOf, lies } from './lies.fixture.ts'
import { cosignLine, newSigner, signLine } from './log.fixture.ts'
import { readEvidence } from './read.ts'
import { honestRows, newWorld, sealedAt, signHead, toBytes, type World } from './world.fixture.ts'

const check = async ({ file, trust }: Pick<World, 'file' | 'trust'>, at = sealedAt) =>
  checkEvidence(readEvidence(toBytes(file)), at, await readTrust(JSON.stringify(trust)))

test.each([0, 1, 2, 3, 7, 8, 20])('honest evidence is accepted, with %i other leaves before it', async (others) => {
  const { rows, head } = await check(await newWorld({ others }))
  expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(head.size).toBe(others + 14)
})

test('the result has the witnesses that have signed a head, with their times', async () => {
  const { head } = await check(await newWorld({ witnesses: 2, quorum: 2 }))
  expect(head.witnesses).toEqual(
    [0, 1].map((one) => ({ name: `witness-${one}.example`, at: new Date('2026-11-27T10:09:59Z') })),
  )
})

test.each(lies)('%s is refused: %s', async (_what, code, change) => {
  const world = await newWorld({ witnesses: 2, quorum: 1 })
  await change(world)
  await expect(check(world)).rejects.toMatchObject({ code })
})

test('the head of a rewritten log is refused, because the rows are not in it, or no witness has signed it', async () => {
  const world = await newWorld({ witnesses: 1, quorum: 1 })
  world.file.trail.checkpoint = await signHead(world.log, world.witnesses, world.entries.slice(0, 8))
  await expect(check(world)).rejects.toMatchObject({ code: 'not_in_log' })
  world.file.trail.checkpoint = await signHead(world.log, [], world.entries)
  await expect(check(world)).rejects.toMatchObject({ code: 'witnesses_few' })
})

test('documents need cosignatures only if they were sealed after the quorum began', async () => {
  const world = await newWorld({ witnesses: 1, quorum: 1 })
  world.file.trail.checkpoint = await signHead(world.log, [], world.entries)
  world.trust.quorum_from = new Date(sealedAt.getTime() - skewMs + 1).toISOString()
  expect((await check(world)).head.witnesses).toEqual([])
  world.trust.quorum_from = new Date(sealedAt.getTime() - skewMs).toISOString()
  await expect(check(world)).rejects.toMatchObject({ code: 'witnesses_few' })
})

test('a document that was sealed in the first or the last second of a key, by another clock, is proven', async () => {
  const world = await newWorld()
  const [key] = world.trust.logs[0]?.keys ?? []
  if (!key) throw new Error('The world has no key.')
  key.from = new Date(sealedAt.getTime() + 999).toISOString()
  await expect(check(world)).resolves.toBeDefined()
  key.from = '2026-01-01T00:00:00.000Z'
  key.until = new Date(sealedAt.getTime() - skewMs).toISOString()
  await expect(check(world)).resolves.toBeDefined()
})

test('a head with the signature of another key is refused, also under the name of the log', async () => {
  const world = await newWorld()
  const text = world.file.trail.checkpoint.slice(0, world.file.trail.checkpoint.indexOf('\n\n') + 1)
  world.file.trail.checkpoint = `${text}\n${await signLine(await newSigner(world.log.name, 1), text)}`
  await expect(check(world)).rejects.toMatchObject({ code: 'checkpoint_signature' })
})

test('unknown signatures of a head are ignored, and a false one of a known witness is refused', async () => {
  const world = await newWorld({ witnesses: 1 })
  const stranger = await newSigner('stranger.example', 4)
  world.file.trail.checkpoint += await cosignLine(stranger, 'else', 1)
  await check(world)
  const [witness = stranger] = world.witnesses
  world.file.trail.checkpoint += await cosignLine(witness, 'else', 1)
  await expect(check(world)).rejects.toMatchObject({ code: 'witness_false' })
})

test('a trail that continues after the seal is refused', async () => {
  const earlier = new Date(sealedAt.getTime() - 10 * 60_000)
  await expect(check(await newWorld(), earlier)).rejects.toMatchObject({ code: 'later_than_seal' })
})

test('a row that is too long for a leaf is proven by its hash in the chain', async () => {
  const world = await newWorld({ rows: honestRows.slice(0, 1), others: 0 })
  const entry = entryOf(world.file, 0)
  const hash = Buffer.from(
    await crypto.subtle.digest('SHA-256', Buffer.concat([Buffer.alloc(32), Buffer.from(entry.entry)])),
  )
  Object.assign(entry, { row: entry.entry, entry: canonicalJson({ row_sha256: hash.toString('hex') }), proof: [] })
  world.file.trail.checkpoint = await signHead(world.log, [], [entry.entry])
  expect((await check(world)).rows).toHaveLength(1)
  Object.assign(entry, { row: entry.row?.replace('api_key', 'user') })
  await expect(check(world)).rejects.toMatchObject({ code: 'row_form' })
})

test.each([
  ['white space', (text: string) => text.replace('{', '{ ')],
  [
    'members in another order',
    (text: string) =>
      text
        .replace(/^\{("agreement":.*?\}),/, '{')
        .replace(/\}$/, ',"agreement":{"id":"","source_sha256":"","title":""}}'),
  ],
  ['a member twice', (text: string) => text.replace('{', '{"agreement":1,')],
  ['a member more', (text: string) => text.replace('{', '{"a":1,')],
  ['another format', (text: string) => text.replace('evidence/1', 'evidence/2')],
  ['another level', (text: string) => text.replace('"B-T"', '"B-B"')],
  ['a mark of byte order', (text: string) => `\ufeff${text}`],
  ['bytes behind it', (text: string) => `${text}\n`],
  ['no JSON', () => 'x'],
  ['deep nesting', (text: string) => text.replace('"value":', `"value":${'['.repeat(9_000)}${']'.repeat(9_000)},"x":`)],
  ['a salt that is too short', (text: string) => text.replace(/"salt":"../, '"salt":"')],
  ['a leaf below zero', (text: string) => text.replace(/"leaf":/, '"leaf":-')],
])('evidence with %s is refused', async (_what, change) => {
  const { file } = await newWorld()
  expect(() => readEvidence(Buffer.from(change(canonicalJson(file))))).toThrow('evidence_form')
})
