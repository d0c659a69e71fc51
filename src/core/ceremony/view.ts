import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { beginSubmission, type OpenLink, type Signer, toMetadata } from '../submissions/index.ts'
import { asSigner, type Ceremony, findCeremony, loadCeremony } from './ceremony.ts'

/**
 * Starts a submission: somebody opened the link. Records `agreement.viewed`. The token proves from now on that a
 * browser is this signer's, until the submission expires; only its hash is kept. Throws `validation_failed` for
 * parameters that cannot be kept, `agreement_link_not_found` when the link was removed a moment ago.
 */
export async function viewAgreement(
  ctx: Context,
  link: OpenLink,
  parameters: [name: string, value: string][],
): Promise<{ ceremony: Ceremony; token: string }> {
  const metadata = toMetadata(parameters)
  return transaction(ctx, async (inner) => {
    const { signer, token } = await beginSubmission(inner, { link, metadata, name: null, email: null })
    const id = signer.submission_id
    await recordAudit(inner, {
      action: 'submission.created',
      subject: { type: 'submission', id },
      chain: id,
      person: signer.subject_id,
      personal: { metadata },
    })
    await recordView(inner, signer)
    return { ceremony: await loadCeremony(inner, signer), token }
  })
}

/**
 * The signer opens what was made for them. The first time records `agreement.viewed`. Throws `submission_not_found`.
 */
export async function openInvitation(ctx: Context, token: string): Promise<Ceremony> {
  const found = await findCeremony(ctx, token)
  if (found.signer.viewed_at || found.step === 'closed') return found
  return transaction(ctx, async (inner) => {
    await recordView(inner, found.signer)
    return loadCeremony(inner, found.signer)
  })
}

/** Writes down that the signer sees the agreement now, and announces `agreement.viewed`. Done once for each signer. */
async function recordView(asVisitor: Context, signer: Signer): Promise<void> {
  const ctx = asSigner(asVisitor, signer)
  const { organizationId, now } = ctx
  const first = await ctx.db
    .updateTable('signers')
    .set({ viewed_at: now, updated_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', signer.id)
    .where('viewed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!first) return
  const submission = await ctx.db
    .updateTable('submissions')
    .set((set) => ({ viewed_at: set.fn.coalesce('viewed_at', set.val(now)), updated_at: now }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', signer.submission_id)
    .returning(['id', 'agreement_id', 'agreement_version', 'agreement_link_id', 'metadata'])
    .executeTakeFirstOrThrow()
  const { source_sha256 } = await ctx.db
    .selectFrom('agreement_versions')
    .select('source_sha256')
    .where('organization_id', '=', organizationId)
    .where('agreement_id', '=', submission.agreement_id)
    .where('number', '=', submission.agreement_version)
    .executeTakeFirstOrThrow()
  const subject = { type: 'submission', id: submission.id } as const
  const about = {
    signerId: signer.id,
    agreementId: submission.agreement_id,
    agreementLinkId: submission.agreement_link_id,
  }
  const { metadata } = submission
  const shown = { agreementVersion: submission.agreement_version, shownSha256: source_sha256.toString('hex') }
  await recordAudit(ctx, {
    action: 'agreement.viewed',
    subject,
    chain: submission.id,
    data: { ...about, ...shown },
    person: signer.subject_id,
    personal: { metadata },
  })
  await recordEvent(ctx, 'agreement.viewed', subject, { submissionId: submission.id, ...about, metadata })
}
