import { type Handle, transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { checkText } from '../text.ts'
import { beginSubmission, recordView } from './begin.ts'
import { type Ceremony, loadCeremony } from './ceremony.ts'

/** What a visitor's address leads to. */
export type OpenLink = { id: Id; organizationId: Id; organizationName: string; title: string; agreementId: Id }

const maxParameters = 50
const maxNameLength = 100
const maxValueLength = 1_000
// Such a value in an address has leaked already (logs, history); it is not kept as well.
const secretNames = /ssn|social_?security|password/i

/**
 * The link behind a public address, on the system handle, because a visitor names no organization. Throws
 * `agreement_link_not_found`, `agreement_link_inactive` or `agreement_link_expired`.
 */
export async function openLink(db: Handle, id: Id, now: Date): Promise<OpenLink> {
  const row = await findLink(db, id)
  if (!row) throw notFound('agreement_link')
  requireOpen(row, now)
  return {
    id: row.id,
    organizationId: row.organization_id,
    organizationName: row.name,
    title: row.title,
    agreementId: row.agreement_id,
  }
}

/** Throws `agreement_link_inactive` or `agreement_link_expired` for a link that begins no new runs. */
export function requireOpen(link: { is_active: boolean; expires_at: Date | null }, now: Date): void {
  if (!link.is_active) {
    throw new DomainError(
      'gone',
      'agreement_link_inactive',
      'This link is turned off. Ask whoever sent it for a new one.',
    )
  }
  if (link.expires_at && link.expires_at <= now) {
    throw new DomainError('gone', 'agreement_link_expired', 'This link has expired. Ask whoever sent it for a new one.')
  }
}

/** The organization of a link, whether or not it may still be opened: what has begun can be finished. */
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
    ])
    .where('link.id', '=', id)
    .executeTakeFirst()
}

/**
 * Starts a submission: somebody opened the link. Records `agreement.viewed`. The token proves from now on that a
 * browser is this signer's, until the submission expires; only its hash is kept. Throws `validation_failed` for
 * parameters that cannot be kept, `agreement_link_not_found` when the link was removed a moment ago.
 */
export async function viewAgreement(
  ctx: Context,
  link: OpenLink,
  parameters: [name: string, value: string][],
): Promise<{ ceremony: Ceremony; token: string }> {
  const metadata = toMetadata(parameters)
  return transaction(ctx, async (inner) => {
    const { signer, token } = await beginSubmission(inner, { link, metadata, name: null, email: null })
    await recordView(inner, signer)
    return { ceremony: await loadCeremony(inner, signer), token }
  })
}

/**
 * The query of an opened link as metadata (Harbour guide, "how metadata filtering works"). Names that sound like
 * secrets are left out. Throws `validation_failed`.
 */
export function toMetadata(parameters: [name: string, value: string][]): Record<string, string> {
  refuseFaults(findMetadataFaults(parameters))
  return Object.fromEntries(withoutSecrets(parameters))
}

function withoutSecrets(parameters: [name: string, value: string][]) {
  return parameters.filter(([name]) => !secretNames.test(name))
}

/** What of the parameters of a link cannot be kept as metadata. */
export function findMetadataFaults(parameters: [name: string, value: string][]): Fault[] {
  const kept = withoutSecrets(parameters)
  const faults = kept.flatMap(([name, value]) => [
    ...checkText(['metadata', 'name'], name, { maxLength: maxNameLength, minLength: 1 }),
    ...checkText(['metadata', name], value, { maxLength: maxValueLength }),
  ])
  if (kept.length > maxParameters) {
    faults.push({
      path: ['metadata'],
      rule: 'max_items',
      message: `A link takes at most ${maxParameters} parameters.`,
      value: kept.length,
    })
  }
  return faults
}
