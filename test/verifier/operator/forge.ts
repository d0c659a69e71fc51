import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { builtIn } from '../../../src/adapters/seal/stage.fixture.ts'
import { hashRow } from '../../../src/core/audit/hash.ts'
import { recordAudit, selectEntries } from '../../../src/core/audit/index.ts'
import { canonicalJson } from '../../../src/core/canonical-json.ts'
import { writeCheckpoint } from '../../../src/core/evidence/checkpoint.ts'
import { writeEvidence } from '../../../src/core/evidence/file.ts'
import type { EvidenceFile } from '../../../src/core/evidence/format.ts'
import { presentIdentity } from '../../../src/core/evidence/identities.ts'
import type { Prover, SealIdentity, SealRequest } from '../../../src/core/evidence/index.ts'
import { presentLogKey } from '../../../src/core/evidence/keys.ts'
import { entryOf, readHead } from '../../../src/core/evidence/log.ts'
import { signNote, toSigner } from '../../../src/core/evidence/note.ts'
import { writeRowProof } from '../../../src/core/evidence/prove.ts'
import { appendLeaves, nodesOf } from '../../../src/core/evidence/tiles.ts'
import { leafHash, rootOf } from '../../../src/core/evidence/tree.ts'
import type { Id } from '../../../src/core/ids.ts'
import { keepDocument } from '../../../src/core/submissions/document.ts'
import { sha256 } from '../../../src/core/vault.ts'
import { readSealedDocument } from '../../../verifier/pdf/document.ts'
import { finishing, sealing } from '../../support/finishing.ts'
import { type Given, run, type World } from './world.ts'

type Row = Parameters<typeof hashRow>[1]

/** Changes the rows of a chain, and computes all its hashes and its end again. */
export async function chainAnew({ ctx: { db } }: World, chain: Id, change: (row: Row) => Row): Promise<void> {
  const rows = await db.selectFrom('audit_events').selectAll().where('chain', '=', chain).orderBy('sequence').execute()
  let head: Buffer = Buffer.alloc(32)
  for (const row of rows) {
    const { data, occurred_at } = change(row)
    const hash = hashRow(head, { ...row, data, occurred_at })
    const changed = { data: JSON.stringify(data), occurred_at, previous_hash: head, hash }
    await db.updateTable('audit_events').set(changed).where('id', '=', row.id).execute()
    head = hash
  }
  await db.updateTable('audit_chains').set({ length: rows.length, head }).where('chain', '=', chain).execute()
}

/** Writes the present head of a submission's trail into its event. */
export const announceAnew = (world: World, chain: Id) =>
  run(
    world,
    `update events set data = jsonb_set(events.data, '{trail,head}', to_jsonb(encode(row.hash, 'hex')))
     from audit_events row where events.subject_id = '${chain}' and events.type = 'agreement.completed'
     and row.chain = '${chain}' and row.sequence = (events.data->'trail'->>'length')::int`,
  )

/** Deletes the log, and builds it again over this many of the present rows, with the installation's key. */
export async function logAnew(
  { ctx: { db, organizationId, vault } }: Pick<World, 'ctx'>,
  size?: number,
): Promise<void> {
  const head = await readHead(db, organizationId)
  const all = await selectEntries(db).where('organization_id', '=', organizationId).orderBy('position').execute()
  const rows = all.slice(0, size)
  await sql`delete from evidence_leaves where organization_id = ${organizationId}`.execute(db)
  await sql`delete from evidence_tiles where organization_id = ${organizationId}`.execute(db)
  const leaves = rows.map((row, leaf) => ({ organization_id: organizationId, leaf, audit_event_id: row.id }))
  await db.insertInto('evidence_leaves').values(leaves).execute()
  const hashes = rows.map((row) => leafHash(entryOf(row)))
  await appendLeaves(db, organizationId, 0, hashes)
  const root = await rootOf(rows.length, nodesOf(db, organizationId))
  const key = await presentLogKey(db, vault, new Date())
  const text = writeCheckpoint({ origin: head?.origin ?? '', size: rows.length, root })
  const checkpoint = signNote(text, toSigner(head?.origin ?? '', key))
  await db
    .updateTable('evidence_logs')
    .set({ size: rows.length, root, checkpoint })
    .where('organization_id', '=', organizationId)
    .execute()
}

type Prove = NonNullable<SealRequest['prove']>
type Replacement = { pdf: Uint8Array; evidence: Uint8Array; identity?: SealIdentity; prove?: Prove }

/**
 * Seals as the installation does, or with another identity and the installation's own timestamps, outside of the
 * transaction.
 */
const outside = AsyncLocalStorage.snapshot()

async function sealWith(request: Parameters<Prover['seal']>[0], identity: SealIdentity | undefined) {
  if (!identity) return finishing.prover.seal(request)
  const time = await presentIdentity(sealing, 'time')
  return sealing.tools.seal({ ...request, level: 'B-T', identity, authorities: [builtIn(time)], at: new Date() })
}

/** Replaces the stored document and its hash, encrypted as ours are. Returns the hash. */
export async function replaceDocument({ ctx }: World, id: Id, { identity, ...parts }: Replacement): Promise<string> {
  const request = { ...parts, name: 'Whoever holds the keys', reason: 'forged' }
  const { bytes, ...seal } = await outside(sealWith, request, identity)
  await sql`delete from documents where submission_id = ${id}`.execute(ctx.db)
  const kept = { submissionId: id, filename: 'a.pdf', bytes: Buffer.from(bytes), seal, evidenceSha256: '00'.repeat(32) }
  return keepDocument(ctx, kept)
}

/** Writes another hash into the row that ended a submission, and into its chain and event. */
export async function retellHash(world: World, id: Id, sha256: string): Promise<void> {
  await chainAnew(world, id, (row) =>
    row.action === 'agreement.completed' ? { ...row, data: { ...row.data, sha256 } } : row,
  )
  await announceAnew(world, id)
}

/** The proof of the pages in a kept document. */
export const keptProof =
  ({ kept: [document = new Uint8Array()] }: World): Prove =>
  async () => {
    const { seal } = await readSealedDocument(document)
    return { bytes: seal.proof ?? new Uint8Array(), at: new Date() }
  }

/** Logs other pages in a row at the end of a trail, and proves that row. */
export const proveAtEnd =
  ({ ctx }: World, chain: Id, evidence: Uint8Array): Prove =>
  async (contentSha256) => {
    const data = { contentSha256, evidenceSha256: sha256(evidence).toString('hex') }
    const subject = { type: 'submission', id: chain } as const
    const { length } = await recordAudit(ctx, { action: 'document.prepared', subject, chain, data })
    await logAnew({ ctx })
    return { bytes: await writeRowProof(ctx, { chain, sequence: length }, false), at: new Date() }
  }

const isLate = (action: string) => action === 'document.prepared' || action === 'agreement.completed'

/** Seals a submission again over the evidence of its changed trail, and changes trail, event and log to fit. */
export async function sealAnew(world: World, { id, pdf, evidence }: Given, identity?: SealIdentity): Promise<void> {
  const { ctx } = world
  const told: EvidenceFile = JSON.parse(Buffer.from(evidence).toString())
  const { level, organization, agreement, link, submission } = told
  const rows = await selectEntries(ctx.db)
    .where('organization_id', '=', ctx.organizationId)
    .orderBy('position')
    .execute()
  const placeOf = (action: string) => rows.findIndex((row) => row.chain === id && row.action === action)
  await logAnew(world, placeOf('document.prepared'))
  // The rows that name the pages and the document do not belong to the document's evidence.
  const hidden = rows.filter((row) => row.chain === id && isLate(row.action)).map((row) => row.id)
  const move = (chain: string) => ctx.db.updateTable('audit_events').set({ chain }).where('id', 'in', hidden).execute()
  await move(randomUUID())
  const facts = { level, organization, agreement, link, submission }
  const { bytes: forged, rows: sequence } = await writeEvidence(ctx, id, facts, false)
  await move(id)
  const prove: Prove = async (contentSha256) => {
    const data = { contentSha256, evidenceSha256: sha256(forged).toString('hex') }
    await chainAnew(world, id, (row) => (row.action === 'document.prepared' ? { ...row, data } : row))
    await logAnew(world, placeOf('agreement.completed'))
    return { bytes: await writeRowProof(ctx, { chain: id, sequence: sequence + 1 }, false), at: new Date() }
  }
  await retellHash(
    world,
    id,
    await replaceDocument(world, id, { pdf, evidence: forged, prove, ...(identity && { identity }) }),
  )
}

/** The evidence of a document with another time in its last row. */
export function changeEvidence({ evidence }: Given): Buffer {
  const file = JSON.parse(Buffer.from(evidence).toString())
  const last = file.trail.entries.at(-1)
  last.entry = last.entry.replace(/"occurred_at":"2026/, '"occurred_at":"2025')
  return Buffer.from(canonicalJson(file))
}
