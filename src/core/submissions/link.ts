import type { Handle } from '../../db/index.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'

/** Whether a link begins new submissions now. */
export function isOpenLink(link: { is_active: boolean; expires_at: Date | null }, now: Date): boolean {
  return link.is_active && (link.expires_at === null || link.expires_at > now)
}

/** Throws `agreement_link_inactive` or `agreement_link_expired` when a link begins no new submissions. */
export function requireOpen(link: { is_active: boolean; expires_at: Date | null }, now: Date): void {
  if (!link.is_active) {
    throw new DomainError('gone', 'agreement_link_inactive', say('agreement_link_inactive'))
  }
  if (link.expires_at && link.expires_at <= now) {
    throw new DomainError('gone', 'agreement_link_expired', say('agreement_link_expired'))
  }
}

/**
 * A link with its organization, open or not: a submission that has begun can still be signed. Runs on the system
 * handle.
 */
export async function findLink(db: Handle, id: Id) {
  return db
    .selectFrom('agreement_links as link')
    .innerJoin('organizations as organization', 'organization.id', 'link.organization_id')
    .select([
      'link.id',
      'link.organization_id',
      'link.title',
      'link.agreement_id',
      'link.is_active',
      'link.expires_at',
      'organization.name',
      'organization.tracking_parameters',
      'organization.embedding_origins',
      'link.auth_mode',
      'link.passcode_mark',
      'link.recipients',
      'link.once_per_email',
      'link.parameter_secret',
    ])
    .where('link.id', '=', id)
    .executeTakeFirst()
}
