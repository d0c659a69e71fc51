import { randomBytes } from 'node:crypto'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { recordEvent } from '../events.ts'
import { newId } from '../ids.ts'
import { sha256 } from '../vault.ts'
import { ensureSubject } from '../verifications/index.ts'
import type { Signer } from './ceremony.ts'
import type { OpenLink } from './view.ts'

/** Days from its beginning to the end of a run, and of its browser's right to come back to it. */
const daysToSign = 30

export type Beginning = {
  link: Pick<OpenLink, 'id' | 'agreementId'>
  metadata: Record<string, string>
  name: string | null
  email: string | null
}

/**
 * Writes a run through a link and its signer, in the newest version of the agreement. The token is the signer's proof;
 * only its hash is kept. Nobody has viewed it yet. Throws `agreement_link_not_found`.
 */
export async function beginSubmission(ctx: Context, input: Beginning): Promise<{ signer: Signer; token: string }> {
  const { link, metadata, name, email } = input
  const version = await findPresentVersion(ctx, link)
  const [role] = version.signer_roles
  if (!role) throw new Error(`Agreement ${link.agreementId} has no signer role.`)
  const { organizationId: organization_id, now: created_at, now: updated_at } = ctx
  const submissionId = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('submissions')
    .values({
      organization_id,
      id: submissionId,
      agreement_link_id: link.id,
      agreement_id: link.agreementId,
      agreement_version: version.number,
      metadata: JSON.stringify(metadata),
      expires_at: new Date(ctx.now.getTime() + daysToSign * 86_400_000),
      created_at,
      updated_at,
    })
    .execute()
  const token = randomBytes(32).toString('base64url')
  const signer = await ctx.db
    .insertInto('signers')
    .values({
      organization_id,
      id: newId(ctx.now.getTime()),
      submission_id: submissionId,
      role: role.key,
      position: 1,
      token_hash: sha256(token),
      subject_id: await ensureSubject(ctx),
      name,
      email,
      created_at,
      updated_at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { signer, token }
}

/** Writes down that the signer sees the agreement now, and announces `agreement.viewed`. Done once for each signer. */
export async function recordView(ctx: Context, signer: Signer): Promise<void> {
  const { organizationId, now } = ctx
  const first = await ctx.db
    .updateTable('signers')
    .set({
      viewed_at: now,
      ip_address: ctx.origin?.ipAddress ?? null,
      user_agent: ctx.origin?.userAgent ?? null,
      updated_at: now,
    })
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
    metadata: submission.metadata,
  }
  const shown = { agreementVersion: submission.agreement_version, shownSha256: source_sha256.toString('hex') }
  await recordAudit(ctx, { action: 'agreement.viewed', subject, chain: submission.id, data: { ...about, ...shown } })
  await recordEvent(ctx, 'agreement.viewed', subject, { submissionId: submission.id, ...about })
}

/** The newest version, with its agreement held against deletion until the submission refers to it. */
async function findPresentVersion(ctx: Context, link: Pick<OpenLink, 'id'>) {
  const version = await ctx.db
    .selectFrom('agreement_links as link')
    .innerJoin('agreements as agreement', (join) =>
      join
        .onRef('agreement.organization_id', '=', 'link.organization_id')
        .onRef('agreement.id', '=', 'link.agreement_id'),
    )
    .innerJoin('agreement_versions as version', (join) =>
      join
        .onRef('version.organization_id', '=', 'agreement.organization_id')
        .onRef('version.agreement_id', '=', 'agreement.id')
        .onRef('version.number', '=', 'agreement.current_version'),
    )
    .select(['version.number', 'version.source_sha256', 'version.signer_roles'])
    .where('link.organization_id', '=', ctx.organizationId)
    .where('link.id', '=', link.id)
    .forKeyShare(['agreement', 'link'])
    .executeTakeFirst()
  if (!version) throw notFound('agreement_link')
  return version
}
