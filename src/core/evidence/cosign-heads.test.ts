import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { database, newContext, vault } from '../../../test/support/organization.ts'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { inspectWitnesses, noteWitnesses, type Witnessing, witnessLogs } from './cosign-heads.ts'
import { cosignedAt, readWitnessKey, writeWitnessKey } from './cosignature.ts'
import { listLogKeys } from './keys.ts'
import { extendLogs, type LogHead, readHead } from './log.ts'
import { type NoteSigner, rawPublicKey, readNote, readVerifier, writeVerifier } from './note.ts'
import { readTrust } from './trust.ts'
import { createWitness, type Seen } from './witness.ts'

const parts = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }

function newWitness(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const signer: NoteSigner = { name, privateKey, publicKey: rawPublicKey(publicKey) }
  const seen = new Map<string, Seen>()
  const { addCheckpoint } = createWitness({
    signer,
    now: () => new Date(),
    findKeys: async (origin) =>
      (await listLogKeys(database.system)).map(({ publicKey }) =>
        readVerifier(writeVerifier({ name: origin, publicKey })),
      ),
    recall: async (origin) => seen.get(origin),
    remember: async (origin, head) => void seen.set(origin, head),
  })
  return { vkey: writeWitnessKey(signer), url: `https://${name}`, addCheckpoint, seen }
}

type Witness = ReturnType<typeof newWitness>

const witnessing = (witnesses: Witness[], quorum = witnesses.length): Witnessing => ({
  db: database.system,
  policy: { witnesses, quorum },
  now: () => new Date(),
  async ask(url, body) {
    const asked = witnesses.find((one) => url === `${one.url}/add-checkpoint`)
    if (!asked) throw new Error('Nobody answers there.')
    return asked.addCheckpoint(body)
  },
})

async function note(ctx: Context): Promise<void> {
  const subject = { type: 'organization', id: ctx.organizationId }
  await transaction(ctx, (inner) => recordAudit(inner, { action: 'test.done', subject }))
}

/** Records rows until the log contains them. Returns the head. */
async function grow(ctx: Context, count: number): Promise<LogHead> {
  const before = (await readHead(database.system, ctx.organizationId))?.size ?? 0
  for (let at = 0; at < count; at++) await note(ctx)
  await expect
    .poll(async () => {
      await extendLogs(parts)
      return (await readHead(database.system, ctx.organizationId))?.size ?? 0
    })
    .toBeGreaterThanOrEqual(before + count)
  const head = await readHead(database.system, ctx.organizationId)
  if (!head) throw new Error('There is no head.')
  return head
}

/** Shows heads to the witnesses until they have signed the organization's head, or until no head waits any more. */
async function showAll(ctx: Context, how: Witnessing): Promise<LogHead | undefined> {
  for (let tries = 0; tries < 20; tries++) {
    await witnessLogs(how)
    const head = await readHead(database.system, ctx.organizationId)
    if (head?.witnessed?.size === head?.size) return head
  }
  return readHead(database.system, ctx.organizationId)
}

test('each new head is shown to the witnesses, and stored with their cosignatures', async () => {
  const ctx = await newContext()
  const both = [newWitness('one.example'), newWitness('two.example')]
  for (const count of [3, 5]) {
    await grow(ctx, count)
    const head = await showAll(ctx, witnessing(both))
    const signed = readNote(head?.witnessed?.checkpoint ?? '')
    for (const { vkey } of both) expect(cosignedAt(signed, readWitnessKey(vkey))).toBeInstanceOf(Date)
  }
})

test('a quorum of witnesses is enough, and fewer are not', async () => {
  const ctx = await newContext()
  await grow(ctx, 2)
  const [one, away] = [newWitness('one.example'), { ...newWitness('away.example'), url: 'https://away.example' }]
  const ask: Witnessing['ask'] = (url, body) => witnessing([one]).ask(url, body)
  expect((await showAll(ctx, { ...witnessing([one, away], 2), ask }))?.witnessed).toBeNull()
  expect((await showAll(ctx, { ...witnessing([one, away], 1), ask }))?.witnessed).not.toBeNull()
})

test('a witness refuses a log that was rolled back or rebuilt, and the audit reports it', async () => {
  const ctx = await newContext()
  const witness = newWitness('one.example')
  const head = await grow(ctx, 3)
  await showAll(ctx, witnessing([witness]))
  expect(await inspectWitnesses(witnessing([witness]), ctx.organizationId)).toEqual([])
  witness.seen.set(head.origin, { size: 100, root: Buffer.alloc(32, 1) })
  expect(await inspectWitnesses(witnessing([witness]), ctx.organizationId)).toEqual([
    { code: 'rolled_back_for_witness', params: { witness: 'one.example', size: 100, now: 3 } },
  ])
  witness.seen.set(head.origin, { size: 2, root: Buffer.alloc(32, 1) })
  expect(await inspectWitnesses(witnessing([witness]), ctx.organizationId)).toEqual([
    { code: 'rebuilt_for_witness', params: { witness: 'one.example', size: 2 } },
  ])
})

test('the audit reports a witness that does not answer, and documents made before witnesses were named need none', async () => {
  const [ctx, witness] = [await newContext(), newWitness('silent.example.com')]
  await grow(ctx, 2)
  const silent: Witnessing = { ...witnessing([witness]), ask: async () => Promise.reject(new Error('no route')) }
  expect(await inspectWitnesses(silent, ctx.organizationId)).toEqual([
    { code: 'witness_silent', params: { witness: 'silent.example.com', why: 'no route' } },
  ])
  const settings = { timestampRoots: [], witnesses: silent.policy }
  await expect(
    transaction({ db: database.system }, async ({ db }) => {
      await noteWitnesses(db, { witnesses: [], quorum: 0 }, new Date())
      expect((await readTrust(db, 'http://localhost', settings)).quorum).toBe(0)
      await noteWitnesses(db, silent.policy, new Date())
      expect(await readTrust(db, 'http://localhost', settings)).toMatchObject({
        quorum: 1,
        quorum_from: expect.any(String),
      })
      throw new Error('undone')
    }),
  ).rejects.toThrow('undone')
})
