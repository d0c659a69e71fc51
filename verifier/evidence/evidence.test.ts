import { expect, test } from 'vitest'
import { canonicalJson, type EvidenceFile } from '../../src/core/evidence/format.ts'
import type { ReasonCode } from '../disproved.ts'
import { readTrust } from '../trust.ts'
import { checkEvidence } from './check.ts'
import { cosignLine, newSigner, signLine } from './log.fixture.ts'
import { readEvidence } from './read.ts'
import { honestRows, newWorld, sealedAt, signHead, toBytes, type World } from './world.fixture.ts'

const check = async ({ file, trust }: Pick<World, 'file' | 'trust'>, at = sealedAt) =>
  checkEvidence(readEvidence(toBytes(file)), at, await readTrust(JSON.stringify(trust)))

test.each([0, 1, 2, 3, 7, 8, 20])('honest evidence is believed, with %i other leaves before it', async (others) => {
  const { rows, head } = await check(await newWorld({ others }))
  expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(head.size).toBe(others + 14)
})

test('witnesses that have signed a head are told, with when', async () => {
  const { head } = await check(await newWorld({ witnesses: 2, quorum: 2 }))
  expect(head.witnesses).toEqual(
    [0, 1].map((one) => ({ name: `witness-${one}.example`, at: new Date('2026-11-27T10:09:59Z') })),
  )
})

type Entry = EvidenceFile['trail']['entries'][number]
const entryOf = (file: EvidenceFile, index: number): Entry => file.trail.entries[index] ?? Object(null)
/** Writes a row of the evidence anew, as somebody would who can write everything but the log. */
const edit = (file: EvidenceFile, index: number, from: string, to: string) => {
  const entry = entryOf(file, index)
  expect(entry.entry).toContain(from)
  entry.entry = entry.entry.replace(from, to)
}
const openingOf = (file: EvidenceFile, index: number, path: string) =>
  entryOf(file, index).openings[path] ?? Object(null)

const lies: readonly [string, ReasonCode, (world: World) => unknown][] = [
  ['a row edited', 'not_in_log', ({ file }) => edit(file, 0, 'api_key', 'user')],
  ['a row left out', 'trail_gap', ({ file }) => file.trail.entries.splice(2, 1)],
  ['the first row left out', 'trail_gap', ({ file }) => file.trail.entries.splice(0, 1)],
  ['a row twice', 'trail_gap', ({ file }) => file.trail.entries.push(entryOf(file, 6))],
  ['rows in another order', 'trail_gap', ({ file }) => file.trail.entries.reverse()],
  ['no rows', 'trail_empty', ({ file }) => file.trail.entries.splice(0)],
  ['a row of another chain', 'trail_other', ({ file }) => edit(file, 2, '00000000000b","data', '00000000000d","data')],
  ['a row at another place', 'not_in_log', ({ file }) => (entryOf(file, 3).leaf += 1)],
  ['a row behind the end of the log', 'not_in_log', ({ file }) => (entryOf(file, 3).leaf = 99)],
  ['a proof too short', 'not_in_log', ({ file }) => entryOf(file, 3).proof.pop()],
  ['a proof too long', 'not_in_log', ({ file }) => entryOf(file, 3).proof.push(entryOf(file, 3).proof[0] ?? '')],
  ['a proof of another row', 'not_in_log', ({ file }) => (entryOf(file, 3).proof = entryOf(file, 4).proof)],
  ['a proof that is no base64', 'not_in_log', ({ file }) => (entryOf(file, 3).proof[0] = '!')],
  ['another name', 'opening_false', ({ file }) => (openingOf(file, 2, 'data.name').value = 'Charles')],
  ['another salt', 'opening_false', ({ file }) => (openingOf(file, 2, 'data.name').salt = '0'.repeat(32))],
  [
    'an opening of nothing',
    'opening_false',
    ({ file }) => (entryOf(file, 2).openings['data.ssn'] = openingOf(file, 2, 'data.name')),
  ],
  ['white space in a row', 'row_form', ({ file }) => edit(file, 0, '{', '{ ')],
  ['a member more in a row', 'row_form', ({ file }) => edit(file, 0, '{"action"', '{"aaa":1,"action"')],
  ['another submission', 'trail_other', ({ file }) => (file.submission = file.submission.replace(/.$/, 'c'))],
  ['another agreement', 'trail_other', ({ file }) => (file.agreement.id = file.agreement.id.replace(/.$/, 'c'))],
  [
    'another organization',
    'trail_other',
    ({ file }) => (file.organization.id = file.organization.id.replace(/.$/, 'c')),
  ],
  ['another text', 'shown_other', ({ file }) => (file.agreement.source_sha256 = '0'.repeat(64))],
  ['another log', 'checkpoint_form', ({ file }) => (file.origin = `else/evidence/${file.organization.id}`)],
  ['a log that is not known', 'log_stranger', ({ trust }) => trust.logs.splice(0)],
  ['a cut head', 'checkpoint_form', ({ file }) => (file.trail.checkpoint = file.trail.checkpoint.slice(0, -1))],
  [
    'a head with a line more',
    'checkpoint_form',
    ({ file }) => (file.trail.checkpoint = file.trail.checkpoint.replace('\n\n', '\nmore\n\n')),
  ],
  [
    'a head of another size',
    'checkpoint_signature',
    ({ file }) => (file.trail.checkpoint = file.trail.checkpoint.replace('\n19\n', '\n18\n')),
  ],
  ['a key before its time', 'log_key_time', ({ trust }) => changeKey(trust, { from: '2026-11-27T10:10:00.001Z' })],
  ['a key after its time', 'log_key_time', ({ trust }) => changeKey(trust, { until: '2026-11-27T10:00:00.000Z' })],
  ['too few witnesses', 'witnesses_few', ({ trust }) => (trust.quorum = 2)],
]

function changeKey(trust: World['trust'], change: { from?: string; until?: string }): void {
  for (const { keys } of trust.logs) for (const key of keys) Object.assign(key, change)
}

test.each(lies)('%s is refused: %s', async (_what, code, change) => {
  const world = await newWorld({ witnesses: 2, quorum: 1 })
  if (code === 'witnesses_few')
    world.file.trail.checkpoint = await signHead(world.log, world.witnesses.slice(1), world.entries)
  await change(world)
  await expect(check(world)).rejects.toMatchObject({ code })
})

test('the head of a log that was written anew with its own key is refused: the rows are not in it, or no witness signed it', async () => {
  const world = await newWorld({ witnesses: 1, quorum: 1 })
  world.file.trail.checkpoint = await signHead(world.log, world.witnesses, world.entries.slice(0, 8))
  await expect(check(world)).rejects.toMatchObject({ code: 'not_in_log' })
  world.file.trail.checkpoint = await signHead(world.log, [], world.entries)
  await expect(check(world)).rejects.toMatchObject({ code: 'witnesses_few' })
})

test('a head that another key has signed is refused, also under the name of the log', async () => {
  const world = await newWorld()
  const text = world.file.trail.checkpoint.slice(0, world.file.trail.checkpoint.indexOf('\n\n') + 1)
  world.file.trail.checkpoint = `${text}\n${await signLine(await newSigner(world.log.name, 1), text)}`
  await expect(check(world)).rejects.toMatchObject({ code: 'checkpoint_signature' })
})

test('signatures of strangers below a head are passed over; a false one of a known witness is not', async () => {
  const world = await newWorld({ witnesses: 1 })
  const stranger = await newSigner('stranger.example', 4)
  world.file.trail.checkpoint += await cosignLine(stranger, 'else', 1)
  await check(world)
  const [witness = stranger] = world.witnesses
  world.file.trail.checkpoint += await cosignLine(witness, 'else', 1)
  await expect(check(world)).rejects.toMatchObject({ code: 'witness_false' })
})

test('a trail that goes on after the seal is refused', async () => {
  const earlier = new Date(sealedAt.getTime() - 10 * 60_000)
  await expect(check(await newWorld(), earlier)).rejects.toMatchObject({ code: 'later_than_seal' })
})

test('a row that is too long for a leaf is proved by its hash in the chain', async () => {
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
