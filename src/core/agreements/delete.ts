import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { getAgreement } from './agreements.ts'
import { getAgreementLink } from './links.ts'
import { dropUnusedFiles } from './sources/index.ts'

/**
 * Deletes an agreement and its links, unless somebody has opened a link: what a signer saw is kept for ever. A used
 * agreement can be archived.
 * Throws `agreement_not_found`, `agreement_in_use`.
 */
export async function deleteAgreement(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'agreements:write')
  await transaction(ctx, async (inner) => {
    await getAgreement(forOwnRead(inner), id)
    await lockAgreement(inner, id)
    await requireUnused(inner, await lockLinks(inner, 'agreement_id', id))
    const { organizationId } = inner
    const files = await listFiles(inner, id)
    await inner.db
      .deleteFrom('agreement_links')
      .where('organization_id', '=', organizationId)
      .where('agreement_id', '=', id)
      .execute()
    await inner.db.deleteFrom('agreements').where('organization_id', '=', organizationId).where('id', '=', id).execute()
    await dropUnusedFiles(inner, files)
    await recordAudit(inner, { action: 'agreement.deleted', subject: { type: 'agreement', id } })
  })
}

/** The SHA-256 hashes of the PDFs in all versions of an agreement. */
async function listFiles(ctx: Context, id: Id): Promise<Buffer[]> {
  const rows = await ctx.db
    .selectFrom('agreement_versions')
    .select('pdf_sha256')
    .distinct()
    .where('organization_id', '=', ctx.organizationId)
    .where('agreement_id', '=', id)
    .where('pdf_sha256', 'is not', null)
    .orderBy('pdf_sha256')
    .execute()
  return rows.flatMap(({ pdf_sha256 }) => pdf_sha256 ?? [])
}

/**
 * Deletes a link that no submission or verification uses. A used link can be deactivated.
 * Throws `agreement_link_not_found`, `agreement_in_use`.
 */
export async function deleteAgreementLink(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'agreements:write')
  await transaction(ctx, async (inner) => {
    const { agreementId } = await getAgreementLink(forOwnRead(inner), id)
    await lockAgreement(inner, agreementId)
    await requireUnused(inner, await lockLinks(inner, 'id', id))
    await inner.db
      .deleteFrom('agreement_links')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await recordAudit(inner, { action: 'agreement_link.deleted', subject: { type: 'agreement_link', id } })
  })
}

async function lockAgreement(ctx: Context, id: Id): Promise<void> {
  await ctx.db
    .selectFrom('agreements')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Locks one link, or all links of an agreement, so that nobody can begin to use them. Returns their ids. */
async function lockLinks(ctx: Context, column: 'id' | 'agreement_id', id: Id): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom('agreement_links')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where(column, '=', id)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.id)
}

// A new submission or verification first locks the key of its link. So none can begin between this query and the
// deletion.
async function requireUnused(ctx: Context, links: Id[]): Promise<void> {
  if (links.length === 0) return
  for (const table of ['submissions', 'verifications'] as const) {
    const used = await ctx.db
      .selectFrom(table)
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('agreement_link_id', 'in', links)
      .limit(1)
      .executeTakeFirst()
    if (!used) continue
    throw new DomainError('conflict', 'agreement_in_use', say('agreement_in_use'))
  }
}
