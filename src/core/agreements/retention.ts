import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { findRetentionFaults } from '../retention-rule.ts'
import { type Agreement, getAgreement, holdAgreement } from './agreements.ts'

/**
 * Sets for how many days the finished documents of an agreement are kept; null is the organization's rule. It makes no new
 * version, and holds for documents that there are, too. `allow` judges the agreement as it is, as in updateAgreement. Throws `agreement_not_found`, `validation_failed`.
 */
export async function setDocumentRetention(
  ctx: Context,
  id: Id,
  days: number | null,
  allow: (current: Agreement) => void = () => {},
): Promise<Agreement> {
  requirePermission(ctx, 'agreements:write')
  refuseFaults(findRetentionFaults({ documentRetentionDays: days }))
  return transaction(ctx, async (inner) => {
    await holdAgreement(inner, id)
    const known = await getAgreement(forOwnRead(inner), id)
    allow(known)
    if (known.documentRetentionDays === days) return known
    await inner.db
      .updateTable('agreements')
      .set({ document_retention_days: days, updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .execute()
    await recordAudit(inner, {
      action: 'agreement.retention_set',
      subject: { type: 'agreement', id },
      data: { days },
    })
    return getAgreement(forOwnRead(inner), id)
  })
}
