import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { type Permission, requirePermission } from '../permissions.ts'

/**
 * Allows a signer to act for their own person, and any other actor only with the permission.
 * Throws `permission_missing`, and `subject_not_found` for a signer who names another person.
 */
export async function requireSelfOr(ctx: Context, permission: Permission, subjectId: Id | undefined): Promise<void> {
  if (ctx.actor.kind !== 'signer') return requirePermission(ctx, permission)
  const signer = await ctx.db
    .selectFrom('signers')
    .select('subject_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', ctx.actor.id)
    .executeTakeFirst()
  if (!signer || signer.subject_id !== subjectId)
    throw new DomainError('not_found', 'subject_not_found', say('person_not_found'))
}
