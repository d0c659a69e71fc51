import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

/**
 * A query of the version that a link shows now. It joins `link`, `agreement` and `version`, and selects nothing yet.
 */
export function presentVersionOf(ctx: Context, linkId: Id) {
  return ctx.db
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
    .where('link.organization_id', '=', ctx.organizationId)
    .where('link.id', '=', linkId)
}
