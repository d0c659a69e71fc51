import { vi } from 'vitest'
import { extendLogs, readTrust } from '../../src/core/evidence/index.ts'
import { bundleSubmission, completeSubmission } from '../../src/core/submissions/index.ts'
import { finishing } from '../support/finishing.ts'
import { database, vault } from '../support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

const settings = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }

/** The bundles of two submissions of one organization, or of the first alone. */
export async function makeBundles(visitors: readonly number[] = [1, 2]) {
  const signing = await newSigning()
  for (const _visitor of visitors)
    await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const rows = await signing.ctx.db.selectFrom('submissions').select('id').orderBy('id').execute()
  for (const { id } of rows) await completeSubmission(signing.ctx, finishing, id)
  const trust = await readTrust(database.system, 'http://localhost', settings)
  const parts = { trust, readme: '', verifier: Buffer.from('//') }
  const log = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }
  const bundle = async () => {
    await extendLogs(log)
    return Promise.all(rows.map(({ id }) => bundleSubmission(signing.ctx, id, parts)))
  }
  const made = await vi.waitFor(bundle, { timeout: 20_000 })
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = made.map(({ bytes }) => bytes)
  return { first, second, trust: JSON.stringify(trust) }
}
