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
 * Removes an agreement and its links, as long as nobody has opened one: what somebody was shown is kept for ever.
 * Throws `agreement_not_found`, `agreement_in_use` (archive it).
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

/** The files that an agreement's versions are made of. */
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

/** Removes a link that nobody has opened. Throws `agreement_link_not_found`, `agreement_in_use` (turn it off). */
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

/** Ids of the links of an agreement, or of one, that nobody can begin to use until the transaction ends. */
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

// Whoever opens a link, or orders a check for it, takes the link's key first, so nobody does between this look and the
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
