import type { Zippable } from 'fflate'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { proveEntry, type Trust, writeProof } from '../evidence/index.ts'
import { formatId, type Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { getSeal, type OpenDocument, readDocument, readDocumentBytes } from './document.ts'
import { selectDocuments } from './retention.ts'

type Bundle = { filename: string; bytes: Uint8Array }

/**
 * A ZIP that proves a finished document without this server: the document, the trust file, and its row of the log.
 * Throws as readDocument does, and `log_pending` while the log does not have that row.
 */
export async function bundleSubmission(ctx: Context, submissionId: Id, parts: BundleParts): Promise<Bundle> {
  return bundle(ctx, await readDocument(ctx, submissionId), parts)
}

/** Makes the same ZIP as bundleSubmission, from the id of the document. Throws as readDocumentBytes does. */
export async function bundleDocument(ctx: Context, id: Id, parts: BundleParts): Promise<Bundle> {
  return bundle(ctx, await readDocumentBytes(ctx, id), parts)
}

/**
 * The proof file of the row that names a finished document, with the row in its extra line (C2SP tlog-proof). Throws
 * what bundleSubmission throws.
 */
export async function proveSubmission(ctx: Context, submissionId: Id): Promise<Bundle> {
  await getSeal(ctx, submissionId)
  return proveFinished(ctx, submissionId)
}

/** The same file as proveSubmission, by the id of the document. Throws `document_not_found`, `log_pending`. */
export async function proveDocument(ctx: Context, id: Id): Promise<Bundle> {
  requirePermission(ctx, 'submissions:read')
  const row = await selectDocuments(ctx).where('documents.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('document')
  return proveFinished(ctx, row.submission_id)
}

async function proveFinished(ctx: Context, submissionId: Id): Promise<Bundle> {
  const proof = await proveEntry(forOwnRead(ctx), await findCompletion(ctx, submissionId))
  const filename = `${formatId('submission', submissionId)}.tlog-proof`
  return { filename, bytes: Buffer.from(writeProof(proof, proof.entry)) }
}

/**
 * The parts of a bundle that the database does not have. `readme` describes the contents; `verifier` is one JavaScript
 * file, or null when it was not built.
 */
type BundleParts = { trust: Trust; readme: string; verifier: Uint8Array | null }

async function bundle(ctx: Context, document: OpenDocument, { trust, readme, verifier }: BundleParts): Promise<Bundle> {
  // A reader of the document may have its proof without the permission to read the trail.
  const proof = await proveEntry(forOwnRead(ctx), await findCompletion(ctx, document.submissionId))
  const files: Zippable = {
    'document.pdf': [document.bytes, { level: 0 }],
    'trust.json': Buffer.from(`${JSON.stringify(trust, null, 2)}\n`),
    'completed.json': proof.entry,
    'completed.tlog-proof': Buffer.from(writeProof(proof)),
    'README.txt': Buffer.from(readme),
    ...(verifier && { 'sealane-verify.mjs': verifier }),
  }
  const filename = `${formatId('submission', document.submissionId)}.zip`
  // Loaded with the first bundle, not when the server starts.
  const { zipSync } = await import('fflate')
  return { filename, bytes: zipSync(files, { mtime: document.createdAt }) }
}

/** The id of the newest trail row that names the document of a submission: its completion, or a refresh of its seal. */
async function findCompletion(ctx: Context, submissionId: Id): Promise<Id> {
  const { id } = await ctx.db
    .selectFrom('audit_events')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', submissionId)
    .where('action', 'in', ['agreement.completed', 'document.refreshed'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
