import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

export type Signer = Selectable<Tables['signers']>

/** How one check of a signer stands. */
export type SignerVerification = {
  id: Id
  type: string
  tier: string | null
  status: string
  result: string | null
  is_simulated: boolean
}

/** The signers of a submission, in the order in which they sign. */
export function listSigners(ctx: Context, submissionId: Id): Promise<Signer[]> {
  return ctx.db
    .selectFrom('signers')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('submission_id', '=', submissionId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** The checks that were ordered for a signer, oldest first. */
export function listSignerVerifications(ctx: Context, signerId: Id): Promise<SignerVerification[]> {
  return ctx.db
    .selectFrom('verifications')
    .select(['id', 'type', 'tier', 'status', 'result', 'is_simulated'])
    .where('organization_id', '=', ctx.organizationId)
    .where('signer_id', '=', signerId)
    .where('is_scan', '=', false)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}
