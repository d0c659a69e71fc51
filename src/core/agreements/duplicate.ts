import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { forOwnRead, requirePermission } from '../permissions.ts'
import { type Agreement, createAgreement, getAgreement, holdAgreement } from './agreements.ts'
import type { AgreementInput } from './rules.ts'

const longestTitle = 200

/**
 * Makes a new agreement of the newest version of another, with its file, tags and days of keeping documents, but without its
 * links. `changes` are what differs; without a title it is called as the other one, a copy. Throws `permission_missing`,
 * `agreement_not_found`, `validation_failed`.
 */
export async function duplicateAgreement(
  ctx: Context,
  id: Id,
  changes: Partial<AgreementInput> = {},
): Promise<Agreement> {
  requirePermission(ctx, 'agreements:write')
  return transaction(ctx, async (inner) => {
    // It is not deleted meanwhile, with a file that the copy is made of.
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
