import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type Metadata, shownMetadata } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import type { Proof } from './session.ts'

/**
 * A submission that a browser has begun on a link. `shown` is the metadata that its signer may see. `isOpen` says
 * whether it can still be signed.
 */
export type Held = { signerId: Id; metadata: Metadata; shown: Metadata; isOpen: boolean; begunAt: Date }

/**
 * The submissions that a browser has begun on a link, newest first. `proofs` are the session tokens of the browser.
 */
export async function listHeld(ctx: Context, linkId: Id, proofs: readonly Proof[]): Promise<Held[]> {
  if (proofs.length === 0) return []
  const rows = await ctx.db
    .selectFrom('signer_sessions as session')
    .innerJoin('signers as signer', (join) =>
      join.onRef('signer.organization_id', '=', 'session.organization_id').onRef('signer.id', '=', 'session.signer_id'),
    )
    .innerJoin('submissions as submission', (join) =>
      join
        .onRef('submission.organization_id', '=', 'signer.organization_id')
        .onRef('submission.id', '=', 'signer.submission_id'),
    )
    .innerJoin('agreement_versions as version', (join) =>
      join
        .onRef('version.organization_id', '=', 'submission.organization_id')
        .onRef('version.agreement_id', '=', 'submission.agreement_id')
        .onRef('version.number', '=', 'submission.agreement_version'),
    )
    .select(['submission.metadata_source', 'version.shown_metadata'])
    .select([
      'session.token_hash',
      'signer.id',
      'signer.signed_at',
      'signer.approved_at',
      'submission.metadata',
      'submission.created_at',
    ])
    .select(['submission.declined_at', 'submission.voided_at', 'submission.expired_at', 'submission.expires_at'])
    .where('session.organization_id', '=', ctx.organizationId)
    .where(
      'session.token_hash',
      'in',
      proofs.map(({ token }) => sha256(token)),
    )
    .where('session.ended_at', 'is', null)
    .where('submission.agreement_link_id', '=', linkId)
    .orderBy('submission.created_at', 'desc')
    .execute()
  return rows.map((row) => {
    const end = row.signed_at ?? row.approved_at ?? row.declined_at ?? row.voided_at ?? row.expired_at
    const { id: signerId, metadata, created_at: begunAt } = row
    const shown = shownMetadata(row, row)
    return { signerId, metadata, shown, begunAt, isOpen: end === null && row.expires_at > ctx.now }
  })
}

/** Whether two metadata are equal, in any order of names. */
export function isSameMetadata(one: Metadata, other: Metadata): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
