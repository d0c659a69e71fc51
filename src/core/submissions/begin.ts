import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import { ensureSubject } from '../people/index.ts'
import { sha256 } from '../vault.ts'
import type { OpenLink } from './link.ts'
import { indexSigner, openSigners, type Signer, sealSigner } from './signer.ts'

/** Days from its beginning to the end of a submission, and of its browser's right to come back to it. */
const daysToSign = 30

export type Beginning = {
  link: Pick<OpenLink, 'id' | 'agreementId'>
  metadata: Record<string, string>
  name: string | null
  email: string | null
}

/**
 * Writes a submission and its signer, in the newest version of the agreement. The token is the signer's proof;
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
  const who = { id: newId(ctx.now.getTime()), subject_id: await ensureSubject(ctx) }
  const told = { name, email, invited_name: name, invited_email: email }
  const row = await ctx.db
    .insertInto('signers')
    .values({
      organization_id,
      ...who,
      submission_id: submissionId,
      role: role.key,
      position: 1,
      token_hash: sha256(token),
      personal: await sealSigner(ctx, who, told),
      created_at,
      updated_at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const [signer] = await openSigners(ctx, [row])
  if (!signer) throw new Error('A row has a record.')
  await indexSigner(ctx, signer)
  return { signer, token }
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
