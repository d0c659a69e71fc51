import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, notFound, say } from '../errors.ts'
import type { Sealed, SealLevel } from '../evidence/index.ts'
import { type Id, newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { decrypt, encrypt, sha256 } from '../vault.ts'
import { selectDocuments } from './retention.ts'
import { getSubmission, type SubmissionStatus } from './submission.ts'

/**
 * A finished document. `keptUntil` is null when no rule limits how long it is kept. `removedAt` is set once that time
 * is over.
 */
export type SubmissionDocument = {
  id: Id
  submissionId: Id
  filename: string
  contentType: string
  byteSize: number
  sha256: string
  /** Null for a document that was finished before documents were sealed. Hashes are in hex. */
  sealLevel: SealLevel | null
  sealedAt: Date | null
  timestampAuthority: string | null
  sealCertificateSha256: string | null
  evidenceSha256: string | null
  keptUntil: Date | null
  removedAt: Date | null
  createdAt: Date
}

export type OpenDocument = SubmissionDocument & { bytes: Buffer }

/** A document that was just finished. `evidenceSha256` is the hash of the evidence inside it, in hex. */
export type NewDocument = {
  submissionId: Id
  filename: string
  bytes: Buffer
  seal: Omit<Sealed, 'bytes'>
  evidenceSha256: string
}

type Row = Selectable<Tables['documents']> & { kept_until: Date | null }

/** Stores the finished document of a submission, encrypted with a key of its own. Returns its SHA-256 in hex. */
export async function keepDocument(
  ctx: Context,
  { submissionId, filename, bytes, seal, evidenceSha256 }: NewDocument,
): Promise<string> {
  const id = newId(ctx.now.getTime())
  const organization_id = ctx.organizationId
  const key = randomBytes(32)
  const hash = sha256(bytes)
  await ctx.db
    .insertInto('documents')
    .values({
      organization_id,
      id,
      submission_id: submissionId,
      kind: 'completed',
      filename,
      content_type: 'application/pdf',
      byte_size: bytes.length,
      sha256: hash,
      seal_level: seal.level,
      sealed_at: seal.signedAt,
      timestamp_authority: seal.authority,
      seal_certificate_sha256: Buffer.from(seal.certificateSha256, 'hex'),
      evidence_sha256: Buffer.from(evidenceSha256, 'hex'),
      refresh_before: seal.refreshBefore,
      wrapped_key: ctx.vault.seal(purposeOf(ctx, id), key),
      created_at: ctx.now,
    })
    .execute()
  const sealed = encrypt(key, purposeOf(ctx, id), bytes)
  await ctx.db.insertInto('document_contents').values({ organization_id, document_id: id, bytes: sealed }).execute()
  return hash.toString('hex')
}

/**
 * The finished PDF of a submission with its bytes.
 * Throws `submission_not_found`, `document_not_found` before completion, `document_removed`, `document_tampered`.
 */
export async function readDocument(ctx: Context, submissionId: Id): Promise<OpenDocument> {
  const { status } = await getSubmission(ctx, submissionId)
  const document = await findDocument(ctx, submissionId)
  if (document) return document
  throw new DomainError('not_found', 'document_not_found', say(withoutDocument[status]))
}

/**
 * The record of the finished PDF and its seal, without the bytes.
 * Throws `submission_not_found`, and `document_not_found` before completion.
 */
export async function getSeal(ctx: Context, submissionId: Id): Promise<SubmissionDocument> {
  const { status } = await getSubmission(ctx, submissionId)
  const row = await selectDocuments(ctx).where('documents.submission_id', '=', submissionId).executeTakeFirst()
  if (row) return toDocument(row)
  throw new DomainError('not_found', 'document_not_found', say(withoutDocument[status]))
}

/** The error text for a submission without a document, by its status. */
const withoutDocument = {
  created: 'document_unsigned',
  viewed: 'document_waiting',
  signed: 'document_being_made',
  completed: 'document_lost',
  declined: 'document_never_declined',
  voided: 'document_never_voided',
  expired: 'document_never_expired',
} as const satisfies Record<SubmissionStatus, string>

/**
 * The finished PDF of a submission. Requires no permission: the caller has shown that it may see the submission.
 * Throws `document_removed`, `document_tampered`.
 */
export async function findDocument(ctx: Context, submissionId: Id): Promise<OpenDocument | undefined> {
  const row = await selectDocuments(ctx).where('documents.submission_id', '=', submissionId).executeTakeFirst()
  return row && openDocument(ctx, row)
}

/** A document with its bytes, by its own id. Throws `document_not_found`, `document_removed`, `document_tampered`. */
export async function readDocumentBytes(ctx: Context, id: Id): Promise<OpenDocument> {
  requirePermission(ctx, 'submissions:read')
  const row = await selectDocuments(ctx).where('documents.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('document')
  return openDocument(ctx, row)
}

export function toDocument(row: Row): SubmissionDocument {
  return {
    id: row.id,
    submissionId: row.submission_id,
    filename: row.filename,
    contentType: row.content_type,
    byteSize: row.byte_size,
    sha256: row.sha256.toString('hex'),
    sealLevel: row.seal_level,
    sealedAt: row.sealed_at,
    timestampAuthority: row.timestamp_authority,
    sealCertificateSha256: row.seal_certificate_sha256?.toString('hex') ?? null,
    evidenceSha256: row.evidence_sha256?.toString('hex') ?? null,
    keptUntil: row.kept_until,
    removedAt: row.removed_at,
    createdAt: row.created_at,
  }
}

async function openDocument(ctx: Context, row: Row): Promise<OpenDocument> {
  if (!row.wrapped_key) {
    const day = row.removed_at?.toISOString().slice(0, 10) ?? ''
    throw new DomainError('gone', 'document_removed', say('document_removed', { day }))
  }
  const bytes = await readBytes(ctx, row, row.wrapped_key)
  const told = await findToldHash(ctx, row.submission_id)
  const hash = bytes && sha256(bytes)
  if (bytes && hash?.equals(row.sha256) && hash.toString('hex') === told) return { ...toDocument(row), bytes }
  throw new DomainError('conflict', 'document_tampered', say('document_tampered'))
}

/** The decrypted bytes of a document. Null when the stored bytes do not decrypt. */
export async function readBytes(ctx: Context, row: { id: Id }, wrappedKey: Buffer): Promise<Buffer | null> {
  const content = await ctx.db
    .selectFrom('document_contents')
    .select('bytes')
    .where('organization_id', '=', ctx.organizationId)
    .where('document_id', '=', row.id)
    .executeTakeFirst()
  if (!content) return null
  try {
    return decrypt(ctx.vault.open(purposeOf(ctx, row.id), wrappedKey), purposeOf(ctx, row.id), content.bytes)
  } catch {
    return null
  }
}

/** The SHA-256 (hex) of the document in the newest trail row that names one: completion or refresh. */
async function findToldHash(ctx: Context, submissionId: Id): Promise<unknown> {
  const row = await ctx.db
    .selectFrom('audit_events')
    .select('data')
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', submissionId)
    .where('action', 'in', ['agreement.completed', 'document.refreshed'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.data.sha256
}

/** The purpose for which the vault seals the key of a document. */
export function purposeOf(ctx: Context, id: Id): string {
  return `document:${ctx.organizationId}:${id}`
}
