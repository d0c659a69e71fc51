import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { type Agreement, createAgreement, getAgreement, holdAgreement } from './agreements.ts'
import type { AgreementInput } from './rules.ts'

const longestTitle = 200

/**
 * Creates an agreement from the newest version of another, with its PDF, tags and retention, but without its links.
 * `changes` replace members of the copy. Without a title, the copy has the same title with "(copy)".
 * Throws `permission_missing`, `agreement_not_found`, `validation_failed`.
 */
export async function duplicateAgreement(
  ctx: Context,
  id: Id,
  changes: Partial<AgreementInput> = {},
): Promise<Agreement> {
  requirePermission(ctx, 'agreements:write')
  return transaction(ctx, async (inner) => {
    // The lock keeps the original and its PDF from being deleted meanwhile.
    await holdAgreement(inner, id)
    const known = await getAgreement(forOwnRead(inner), id)
    const { title, source, pdf, signerRoles, fields, requiredVerifications } = known
    const { shownMetadata, documentRetentionDays, tags } = known
    const same = { source, pdf, signerRoles, fields, requiredVerifications, shownMetadata, documentRetentionDays, tags }
    const language = known.isLanguageGiven ? known.language : null
    const isOfText = changes.source && !changes.pdf
    const input = { ...same, language, title: titleOfCopy(title), ...changes, ...(isOfText ? { pdf: null } : {}) }
    return createAgreement(inner, input, { copyOf: id })
  })
}

function titleOfCopy(title: string): string {
  const end = ' (copy)'
  return `${[...title].slice(0, longestTitle - end.length).join('')}${end}`
}
