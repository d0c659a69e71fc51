import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hashRow } from '../../src/core/audit/hash.ts'
import { canonicalJson } from '../../src/core/canonical-json.ts'
import type { Context } from '../../src/core/context.ts'
import { inspectLog, readTrust } from '../../src/core/evidence/index.ts'
import type { Id } from '../../src/core/ids.ts'
import { keepDocument } from '../../src/core/submissions/document.ts'
import { completeSubmission, inspectEvidence, readDocument } from '../../src/core/submissions/index.ts'
import { verify } from '../../verifier/verify.ts'
import { finishing, logEverything } from '../support/finishing.ts'
import { database } from '../support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

const settings = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }
const { prover } = finishing
const name = 'Whoever holds the keys'

/** Two finished submissions of one organization, and what was sealed of the first: its pages and its evidence. */
async function finishTwo() {
  const signing = await newSigning()
  const sealed: { pdf: Uint8Array; evidence: Uint8Array }[] = []
  const seal: typeof prover.seal = (request) => {
    sealed.push(request)
    return prover.seal(request)
  }
  for (const _visitor of [1, 2]) await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const rows = await signing.ctx.db.selectFrom('submissions').select('id').orderBy('id').execute()
  for (const { id } of rows) await completeSubmission(signing.ctx, { ...finishing, prover: { ...prover, seal } }, id)
  await logEverything(signing.ctx)
  const [[first, second], [one, other]] = [rows, sealed]
  if (!first || !second || !one || !other) throw new Error('Nothing was sealed.')
  return { ctx: signing.ctx, first: first.id, second: second.id, one, other }
}

/** The same pages over the evidence of the trail, and the installation's own seal on them. */
const sealAnew = (pdf: Uint8Array, evidence: Uint8Array) => prover.seal({ pdf, evidence, name, reason: 'forged' })

/** Puts a document in the place of the kept one, with its hash, as whoever holds the master key can. */
async function replaceDocument(
  ctx: Context,
  submissionId: Id,
  { bytes, ...seal }: Awaited<ReturnType<typeof sealAnew>>,
) {
  await sql`delete from documents where submission_id = ${submissionId}`.execute(database.system)
  const kept = { submissionId, filename: 'a.pdf', bytes: Buffer.from(bytes), seal, evidenceSha256: '00'.repeat(32) }
  return keepDocument(ctx, kept)
}

/** Writes another hash into the row that ended a submission, and every hash of the chain after it anew. */
async function retellHash({ db }: Context, chain: Id, sha256: string) {
  const rows = await db.selectFrom('audit_events').selectAll().where('chain', '=', chain).orderBy('sequence').execute()
  let head: Buffer = Buffer.alloc(32)
  for (const row of rows) {
    const data = row.action === 'agreement.completed' ? { ...row.data, sha256 } : row.data
    const hash = hashRow(head, { ...row, data })
    const changed = { data: JSON.stringify(data), previous_hash: head, hash }
    await database.system.updateTable('audit_events').set(changed).where('id', '=', row.id).execute()
    head = hash
  }
  await database.system.updateTable('audit_chains').set({ head }).where('chain', '=', chain).execute()
}

async function findings(ctx: Context) {
  const trust = JSON.stringify(await readTrust(database.system, 'http://localhost', settings))
  const judge = async (bytes: Uint8Array) => (await verify(bytes, trust)).reasons[0]?.code ?? null
  const found = [...(await inspectEvidence(ctx, judge)), ...(await inspectLog(ctx, database.system))]
  return found.map(({ what, problem }) => `${what} ${problem}`)
}

const otherHash = 'document has another hash than the trail tells'
const otherLeaf = expect.stringMatching(/^log has a leaf \d+ that is not its row: agreement\.completed was changed$/)
const otherHead = 'event was announced with another head than its trail has'

test('the trail reveals a document that replaced another one, and a missing one', async () => {
  const { ctx, first, second } = await finishTwo()
  expect(await findings(ctx)).toEqual([])
  await sql`delete from documents where submission_id = ${second}`.execute(database.system)
  await sql`update documents set submission_id = ${second} where submission_id = ${first}`.execute(database.system)
  const gone = 'document is gone, and the trail or the submission tells it'
  expect((await findings(ctx)).sort()).toEqual([otherHash, gone])
})

test('a changed document that is sealed anew with our own keys is found by the row that ended it', async () => {
  const { ctx, first, one, other } = await finishTwo()
  await replaceDocument(ctx, first, await sealAnew(other.pdf, one.evidence))
  expect(await findings(ctx)).toEqual([otherHash])
  await expect(readDocument(ctx, first)).rejects.toMatchObject({ code: 'document_tampered' })
})

test('a document sealed anew whose hash is written into the trail, with the chain built anew, is found by the log', async () => {
  const { ctx, first, one, other } = await finishTwo()
  const sha256 = await replaceDocument(ctx, first, await sealAnew(other.pdf, one.evidence))
  await retellHash(ctx, first, sha256)
  expect((await findings(ctx)).sort()).toEqual([otherHead, otherLeaf])
})

test('a document sealed anew with changed evidence is refused by the verifier: the row is not in the log', async () => {
  const { ctx, first, one } = await finishTwo()
  const file = JSON.parse(Buffer.from(one.evidence).toString())
  const last = file.trail.entries.at(-1)
  last.entry = last.entry.replace(/"occurred_at":"2026/, '"occurred_at":"2025')
  const sha256 = await replaceDocument(ctx, first, await sealAnew(one.pdf, Buffer.from(canonicalJson(file))))
  await retellHash(ctx, first, sha256)
  expect(await findings(ctx)).toContain('document is refused by the verifier: not_in_log')
})
