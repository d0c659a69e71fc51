import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { getAgreement } from './agreements.ts'
import { getAgreementLink } from './links.ts'

/**
 * Removes an agreement and its links, as long as nobody has opened one: what somebody was shown is kept for ever.
 * Throws `agreement_not_found`, `agreement_in_use` (archive it).
 */
export async function deleteAgreement(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'agreements:write')
  await transaction(ctx, async (inner) => {
    await getAgreement(inner, id)
    await lockAgreement(inner, id)
    await requireUnused(inner, 'agreement_id', id)
    const { organizationId } = inner
    await inner.db
      .deleteFrom('agreement_links')
      .where('organization_id', '=', organizationId)
      .where('agreement_id', '=', id)
      .execute()
    await inner.db.deleteFrom('agreements').where('organization_id', '=', organizationId).where('id', '=', id).execute()
    await recordAudit(inner, { action: 'agreement.deleted', subject: { type: 'agreement', id } })
  })
}

/** Removes a link that nobody has opened. Throws `agreement_link_not_found`, `agreement_in_use` (turn it off). */
export async function deleteAgreementLink(ctx: Context, id: Id): Promise<void> {
  requirePermission(ctx, 'agreements:write')
  await transaction(ctx, async (inner) => {
    const { agreementId } = await getAgreementLink(inner, id)
    await lockAgreement(inner, agreementId)
    await requireUnused(inner, 'agreement_link_id', id)
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

// Whoever opens a link takes the agreement's key first, so nobody does between this look and the deletion.
async function requireUnused(ctx: Context, column: 'agreement_id' | 'agreement_link_id', id: Id): Promise<void> {
  const submission = await ctx.db
    .selectFrom('submissions')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where(column, '=', id)
    .limit(1)
    .executeTakeFirst()
  const ordered =
    column === 'agreement_link_id' &&
    (await ctx.db
      .selectFrom('verifications')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where(column, '=', id)
      .limit(1)
      .executeTakeFirst())
  if (!submission && !ordered) return
  const message =
    'Somebody has opened this already, and what they were shown is kept. Archive it, or turn the link off.'
  throw new DomainError('conflict', 'agreement_in_use', message)
}
