import { createHash } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { finishing, logEverything, sealing } from '../../../test/support/finishing.ts'
import { database, vault } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../../../test/support/signing.ts'
import { readProof } from '../../../verifier/evidence/proof.ts'
import { verify } from '../../../verifier/verify.ts'
import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import { canonicalJson } from '../canonical-json.ts'
import { readCheckpoint } from '../evidence/checkpoint.ts'
import type { EvidenceFile } from '../evidence/format.ts'
import { createProver, createSealGate, extendLogs, readTrust, type SealSettings } from '../evidence/index.ts'
import { readNote } from '../evidence/note.ts'
import { isIncluded } from '../evidence/tree.fixture.ts'
import { leafHash } from '../evidence/tree.ts'
import {
  bundleSubmission,
  completeSubmission,
  type Finishing,
  getSeal,
  getSubmission,
  inspectEvidence,
  readDocument,
} from './index.ts'
import { refreshDocuments } from './refresh.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const trust = { timestampRoots: [], witnesses: { witnesses: [], quorum: 0 } }

async function newSigned() {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  return { ctx: signing.ctx, id }
}

/** A Finishing that also collects the evidence of each seal. */
function watched(): Finishing & { evidence: Buffer[] } {
  const evidence: Buffer[] = []
  const { prover } = finishing
  const seal: typeof prover.seal = (request) => {
    evidence.push(Buffer.from(request.evidence))
    return prover.seal(request)
  }
  return { ...finishing, prover: { ...prover, seal }, evidence }
}

/** No server listens on this port. */
const failed: SealSettings = { level: 'B-T', authorities: [{ url: 'http://127.0.0.1:9', roots: [] }] }
const failing: Finishing = {
  ...finishing,
  prover: createProver({ ...sealing, settings: failed }),
}

test('a finished document is sealed with the evidence of its whole trail, and each row is proved to be in the log', async () => {
  const { ctx, id } = await newSigned()
  const made = watched()
  await completeSubmission(ctx, made, id)
  const [bytes = Buffer.alloc(0)] = made.evidence
  const seal = await getSeal(ctx, id)
  expect(seal).toMatchObject({ sealLevel: 'B-T', timestampAuthority: 'built-in', evidenceSha256: sha256(bytes) })
  expect(seal.sha256).toBe(sha256((await readDocument(ctx, id)).bytes))
  const file: EvidenceFile = JSON.parse(bytes.toString())
  expect(canonicalJson(file)).toBe(bytes.toString())
  const { root, size } = readCheckpoint(readNote(file.trail.checkpoint).text)
  const rows = file.trail.entries.map(({ entry }) => JSON.parse(entry))
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, at) => at + 1))
  expect(rows.at(-1)).toMatchObject({ action: 'agreement.signed', chain: id })
  for (const { leaf, proof, entry } of file.trail.entries) {
    const hashes = proof.map((one) => Buffer.from(one, 'base64'))
    expect(isIncluded(leafHash(Buffer.from(entry)), leaf, size, hashes, root)).toBe(true)
  }
})

test('a failed seal leaves the submission signed, and the next try completes it with one document', async () => {
  const { ctx, id } = await newSigned()
  await expect(completeSubmission(ctx, failing, id)).rejects.toMatchObject({ code: 'authority_failed' })
  expect(await getSubmission(ctx, id)).toMatchObject({ status: 'signed', completedAt: null })
  await Promise.all(Array.from({ length: 3 }, () => completeSubmission(ctx, finishing, id)))
  expect((await ctx.db.selectFrom('documents').select('id').execute()).length).toBe(1)
  const ends = await ctx.db.selectFrom('events').select('id').where('type', '=', 'agreement.completed').execute()
  expect(ends.length).toBe(1)
})

test('tries that fail log the pages once, and a document that was logged and then lost to a crash is made again', async () => {
  const { ctx, id } = await newSigned()
  for (const _try of [1, 2, 3]) await completeSubmission(ctx, failing, id).catch(() => null)
  const selectRows = () => ctx.db.selectFrom('audit_events').select(['data']).where('action', '=', 'document.prepared')
  expect((await selectRows().execute()).length).toBe(1)
  await completeSubmission(ctx, finishing, id)
  const rows = await selectRows().orderBy('sequence').execute()
  expect(rows.length).toBe(2)
  await logEverything(ctx)
  const read = await readTrust(database.system, 'https://sign.example.com', trust)
  const { proof, reasons } = await verify((await readDocument(ctx, id)).bytes, JSON.stringify(read))
  expect(reasons).toEqual([])
  expect(proof?.content?.sha256).toBe(rows[1]?.data.contentSha256)
})

test('a row between the evidence and the pages causes new evidence', async () => {
  const { ctx, id } = await newSigned()
  let waited = 0
  const seal: typeof finishing.prover.seal = async (request) => {
    waited += 1
    const entry = { action: 'signer.reminder_mailed', subject: { type: 'submission', id }, chain: id }
    if (waited === 1) await transaction(ctx, (inner) => recordAudit(inner, entry))
    return finishing.prover.seal(request)
  }
  await completeSubmission(ctx, { ...finishing, prover: { ...finishing.prover, seal } }, id)
  expect(waited).toBe(2)
  expect(await inspectEvidence(ctx)).toEqual([])
})

test('the bundle has the document, the trust file, and the proof of the row that names the document', async () => {
  const { ctx, id } = await newSigned()
  await completeSubmission(ctx, finishing, id)
  const parts = {
    trust: await readTrust(database.system, 'https://sign.example.com', trust),
    readme: 'About it',
    verifier: Buffer.from('//'),
  }
  const log = { db: database.system, vault, now: () => new Date(), host: () => 'sign.example.com' }
  const bundled = async () => {
    await extendLogs(log)
    return bundleSubmission(ctx, id, parts).catch(() => null)
  }
  await expect.poll(bundled).not.toBeNull()
  const files = unzipSync((await bundled())?.bytes ?? Buffer.alloc(0))
  const [row = Buffer.alloc(0), proof] = [files['completed.json'], files['completed.tlog-proof']]
  expect(JSON.parse(Buffer.from(row).toString()).data.sha256).toBe(sha256(files['document.pdf'] ?? Buffer.alloc(0)))
  const read = readProof(Buffer.from(proof ?? []).toString())
  const { root, size } = readCheckpoint(readNote(read?.checkpoint ?? '').text)
  expect(isIncluded(leafHash(row), read?.leaf ?? -1, size, read?.hashes ?? [], root)).toBe(true)
  expect(JSON.parse(Buffer.from(files['trust.json'] ?? []).toString()).seal_roots.length).toBeGreaterThan(0)
})

test('nothing is published while no document can be sealed, and a good try counts for a minute', async () => {
  const stuck = { ...sealing, settings: failed }
  await expect(createSealGate(stuck, () => {})()).rejects.toMatchObject({ code: 'seal_not_ready', kind: 'unavailable' })
  let tried = 0
  const rehearse: typeof sealing.tools.rehearse = (request) => {
    tried += 1
    return sealing.tools.rehearse(request)
  }
  const gate = createSealGate({ ...sealing, tools: { ...sealing.tools, rehearse } }, () => {})
  const { ctx } = await newSigned()
  await Promise.all([gate(), transaction(ctx, gate)])
  await gate()
  expect(tried).toBe(1)
})

async function refreshed() {
  const { ctx, id } = await newSigned()
  const prover = createProver({ ...sealing, settings: { level: 'B-LTA', authorities: [] } })
  await completeSubmission(ctx, { ...finishing, prover }, id)
  const before = await readDocument(ctx, id)
  const { refresh_before } = await ctx.db.selectFrom('documents').select('refresh_before').executeTakeFirstOrThrow()
  const due = new Date((refresh_before?.getTime() ?? 0) - 179 * 24 * 3_600_000)
  expect(await refreshDocuments(database.system, due, { prover, contextOf: () => ctx })).toBeGreaterThan(0)
  return { ctx, id, before, after: await readDocument(ctx, id) }
}

test('a B-LTA document gets another timestamp before its newest ends, stays readable, and both hashes are in the trail', async () => {
  const { ctx, before, after } = await refreshed()
  expect(after.bytes.subarray(0, before.bytes.length)).toEqual(before.bytes)
  expect(after.bytes.length).toBeGreaterThan(before.bytes.length)
  expect(await inspectEvidence(ctx)).toEqual([])
})

test('the bundle of a refreshed document proves the row of its new hash, and the row of the old one proves it no more', async () => {
  const { ctx, id, before } = await refreshed()
  await logEverything(ctx)
  const read = await readTrust(database.system, 'https://sign.example.com', trust)
  const { bytes } = await bundleSubmission(ctx, id, { trust: read, readme: '', verifier: null })
  expect(await verify(bytes, JSON.stringify(read))).toMatchObject({ reasons: [], proof: { seal: { level: 'B-LTA' } } })
  const files = unzipSync(bytes)
  expect(JSON.parse(Buffer.from(files['completed.json'] ?? []).toString()).action).toBe('document.refreshed')
  const old = zipSync({ ...files, 'document.pdf': before.bytes })
  expect((await verify(old, JSON.stringify(read))).reasons).toMatchObject([{ code: 'completed_other' }])
})
