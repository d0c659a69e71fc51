import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import type { Json } from './verification.ts'

/** The submission, signer and link that a verification or a consent belongs to. */
export type Belonging = {
  submissionId: Id | null
  signerId: Id | null
  agreementLinkId: Id | null
  /** The person of the signer; null without a signer. */
  subjectId: Id | null
  metadata: Json
}

/**
 * Completes the given ids: a signer has a submission and a person, and a submission has a link and metadata.
 * Throws `signer_not_found`, `submission_not_found`, `agreement_link_not_found`.
 */
export async function resolveBelonging(
  ctx: Context,
  given: { submissionId?: Id | null; signerId?: Id | null; agreementLinkId?: Id | null },
): Promise<Belonging> {
  const signer = given.signerId ? await findSigner(ctx, given.signerId) : null
  if (signer && given.submissionId && given.submissionId !== signer.submission_id) throw notFound('signer')
  const submissionId = given.submissionId ?? signer?.submission_id ?? null
  const submission = submissionId ? await findSubmission(ctx, submissionId) : null
  const agreementLinkId = given.agreementLinkId ?? submission?.agreement_link_id ?? null
  if (given.agreementLinkId) await requireLink(ctx, given.agreementLinkId)
  return {
    submissionId,
    signerId: given.signerId ?? null,
    agreementLinkId,
    subjectId: signer?.subject_id ?? null,
    metadata: submission?.metadata ?? {},
  }
}

async function findSigner(ctx: Context, id: Id) {
  const signer = await ctx.db
    .selectFrom('signers')
    .select(['submission_id', 'subject_id'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!signer) throw notFound('signer')
  return signer
}

async function findSubmission(ctx: Context, id: Id) {
  const submission = await ctx.db
    .selectFrom('submissions')
    .select(['agreement_link_id', 'metadata'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!submission) throw notFound('submission')
  return submission
}

// Locks a link against deletion until the transaction ends.
async function requireLink(ctx: Context, id: Id): Promise<void> {
  const link = await ctx.db
    .selectFrom('agreement_links')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  if (!link) throw notFound('agreement_link')
}
