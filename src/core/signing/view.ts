import { randomBytes } from 'node:crypto'
import { type Handle, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, invalid, notFound } from '../errors.ts'
import { recordEvent } from '../events.ts'
import { type Id, newId } from '../ids.ts'
import { checkText } from '../text.ts'
import { sha256 } from '../vault.ts'
import { ensureSubject } from '../verifications/index.ts'
import { type Ceremony, loadCeremony } from './ceremony.ts'

/** What a visitor's address leads to. */
export type OpenLink = { id: Id; organizationId: Id; organizationName: string; title: string; agreementId: Id }

/** Days from opening a link to the end of that run, and of its browser's right to come back to it. */
const daysToSign = 30
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
  if (!row.is_active) {
    throw new DomainError(
      'gone',
      'agreement_link_inactive',
      'This link is turned off. Ask whoever sent it for a new one.',
    )
  }
  if (row.expires_at && row.expires_at <= now) {
    throw new DomainError('gone', 'agreement_link_expired', 'This link has expired. Ask whoever sent it for a new one.')
  }
  return {
    id: row.id,
    organizationId: row.organization_id,
    organizationName: row.name,
    title: row.title,
    agreementId: row.agreement_id,
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
  const token = randomBytes(32).toString('base64url')
  return transaction(ctx, async (inner) => {
    const version = await findPresentVersion(inner, link)
    const submissionId = await insertSubmission(inner, link, version.number, metadata)
    const signer = await insertSigner(inner, version, submissionId, token)
    const subject = { type: 'submission', id: submissionId } as const
    await recordAudit(inner, {
      action: 'agreement.viewed',
      subject,
      chain: submissionId,
      data: {
        signerId: signer.id,
        agreementId: link.agreementId,
        agreementLinkId: link.id,
        agreementVersion: version.number,
        shownSha256: version.source_sha256.toString('hex'),
        metadata,
      },
    })
    await recordEvent(inner, 'agreement.viewed', subject, {
      submissionId,
      agreementId: link.agreementId,
      agreementLinkId: link.id,
      signerId: signer.id,
      metadata,
    })
    return { ceremony: await loadCeremony(inner, signer), token }
  })
}

/**
 * The query of an opened link as metadata (Harbour guide, "how metadata filtering works"). Names that sound like
 * secrets are left out. Throws `validation_failed`.
 */
export function toMetadata(parameters: [name: string, value: string][]): Record<string, string> {
  const kept = parameters.filter(([name]) => !secretNames.test(name))
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
  if (faults.length > 0) throw invalid(faults)
  return Object.fromEntries(kept)
}

/** The newest version, with its agreement held against deletion until the submission refers to it. */
async function findPresentVersion(ctx: Context, link: OpenLink) {
  const version = await ctx.db
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
    .select(['version.number', 'version.source_sha256', 'version.signer_roles'])
    .where('link.organization_id', '=', ctx.organizationId)
    .where('link.id', '=', link.id)
    .forKeyShare(['agreement', 'link'])
    .executeTakeFirst()
  if (!version) throw notFound('agreement_link')
  return version
}

type PresentVersion = Awaited<ReturnType<typeof findPresentVersion>>

async function insertSubmission(
  ctx: Context,
  link: OpenLink,
  version: number,
  metadata: Record<string, string>,
): Promise<Id> {
  const id = newId(ctx.now.getTime())
  await ctx.db
    .insertInto('submissions')
    .values({
      organization_id: ctx.organizationId,
      id,
      agreement_link_id: link.id,
      agreement_id: link.agreementId,
      agreement_version: version,
      metadata: JSON.stringify(metadata),
      viewed_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + daysToSign * 86_400_000),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute()
  return id
}

async function insertSigner(ctx: Context, version: PresentVersion, submissionId: Id, token: string) {
  const [role] = version.signer_roles
  if (!role) throw new Error(`The agreement of submission ${submissionId} has no signer role.`)
  return ctx.db
    .insertInto('signers')
    .values({
      organization_id: ctx.organizationId,
      id: newId(ctx.now.getTime()),
      submission_id: submissionId,
      role: role.key,
      position: 1,
      token_hash: sha256(token),
      subject_id: await ensureSubject(ctx),
      ip_address: ctx.origin?.ipAddress ?? null,
      user_agent: ctx.origin?.userAgent ?? null,
      viewed_at: ctx.now,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
