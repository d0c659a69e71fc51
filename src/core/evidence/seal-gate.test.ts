import { once } from 'node:events'
import { createServer } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { sealing } from '../../../test/support/finishing.ts'
import { database } from '../../../test/support/organization.ts'
import { listOf, newChains } from '../../../test/verifier/lists.ts'
import { sealedAt } from '../../../verifier/evidence/world.fixture.ts'
import { transaction } from '../../db/index.ts'
import { sealReasonCodes, tell } from '../../texts/index.ts'
import { DomainError } from '../errors.ts'
import { importIdentity } from './identities.ts'
import { createSealGate, type Sealing } from './sealing.ts'
import { rehearseStorage } from './storage.ts'

const { seal, time } = await newChains()
const hour = 3_600_000
const after = (hours: number) => () => new Date(sealedAt.getTime() + hours * hour)
const settings: Sealing['settings'] = { level: 'B-T', authorities: [] }

class Undone extends Error {}

/**
 * The reason why nobody can publish while the operator's identity acts in this way; null when they can. Rolls
 * everything back.
 */
async function publish(change: Partial<Sealing>): Promise<unknown> {
  let said: unknown
  await transaction({ db: database.system }, async ({ db }) => {
    const acting: Sealing = { ...sealing, now: after(0), ...change, db }
    for (const [purpose, { root, leaf }] of [['seal', seal] as const, ['time', time] as const]) {
      const privateKey = purpose === 'seal' && acting.command ? null : leaf.privateKey
      await importIdentity(acting, purpose, { privateKey, chain: [leaf.certificate, root.certificate] })
    }
    const refused = await createSealGate(acting, () => {}, 1_000)().catch((error: unknown) => error)
    said = refused instanceof DomainError ? Object(refused.said).params.reason : (refused ?? null)
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return said
}

test.each<[string, Partial<Sealing>, string | null]>([
  ['good', {}, null],
  ['not valid yet', { now: after(-72) }, 'certificate_early'],
  ['over', { now: after(24 * 900) }, 'certificate_expired'],
  ['without a list at B-LT', { settings: { ...settings, level: 'B-LT' } }, 'revocation_missing'],
  ['a command that fails', { command: ['false'] }, 'signing_failed'],
  ['a command that is not there', { command: ['/nowhere/sign'] }, 'signing_failed'],
  ['a command that prints junk', { command: ['sh', '-c', 'echo junk'] }, 'signing_failed'],
  ['a command that prints without end', { command: ['yes'] }, 'signing_failed'],
  ['a command that is slow', { command: ['sh', '-c', 'exec sleep 3'] }, 'signing_slow'],
])('whoever publishes is told why nothing can be sealed, while what seals is %s', async (_what, change, wanted) => {
  expect(await publish(change)).toBe(wanted)
})

test('a publisher is told that the certificate of the seal, or that of the time, was revoked', async () => {
  const revoke = async (chain: typeof seal) => {
    const list = await listOf(chain, { revoked: after(-1)() })
    return publish({ settings: { ...settings, readRevocations: async () => [list] } })
  }
  expect(await revoke(seal)).toBe('certificate_revoked')
  expect(await revoke(time)).toBe('authority_failed')
})

test('a publisher is told that the database stores nothing', async () => {
  let said: unknown
  const undone = transaction({ db: database.system }, async ({ db }) => {
    await sql`alter table storage_trials add check (false)`.execute(db)
    await createSealGate({ ...sealing, db }, () => {})().catch((error: unknown) => {
      said = Object(error).said?.params.reason
    })
    throw new Undone()
  })
  await expect(undone).rejects.toThrow(Undone)
  expect(said).toBe('storage_failed')
})

test('a rehearsal leaves nothing in the storage', async () => {
  await rehearseStorage(sealing)
  expect(await database.system.selectFrom('storage_trials').select('id').execute()).toEqual([])
})

test('an authority that never answers holds nobody up, and who publishes next is told at once', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const url = `http://127.0.0.1:${Object(server.address()).port}`
  const tried: unknown[] = []
  const silent = { ...sealing, settings: { ...settings, authorities: [{ url, roots: [] }] } }
  const gate = createSealGate(silent, (error) => tried.push(error), 300)
  for (const _one of [1, 2])
    await expect(gate()).rejects.toMatchObject({ said: { params: { reason: 'authority_failed' } } })
  expect(tried).toEqual([])
})

test.each(['en', 'fr'] as const)('each reason is told in words that say what to do (%s)', (language) => {
  const told = sealReasonCodes.map((reason) => tell({ code: 'seal_not_ready', params: { reason } }, language))
  expect(told.filter((sentence) => !/seal (rotate|status|import)|SEALANE_|doctor/.test(sentence))).toEqual([])
})
