import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { type Consent, toConsent } from './consents.ts'
import { selectVerifications, toVerification, type Verification } from './verification.ts'

/** What verifications can be listed by. */
export const verificationFields: ListFields = {
  id: listField('id', 'verifications.id'),
  submissionId: listField('id', 'verifications.submission_id'),
  signerId: listField('id', 'verifications.signer_id'),
  agreementLinkId: listField('id', 'verifications.agreement_link_id'),
  subjectId: listField('id', 'verifications.subject_id'),
  parentId: listField('id', 'verifications.parent_id'),
  type: listField('word', 'verifications.type'),
  subtype: listField('word', 'verifications.subtype'),
  tier: listField('word', 'verifications.tier'),
  isScan: listField('boolean', 'verifications.is_scan'),
  isSimulated: listField('boolean', 'verifications.is_simulated'),
  status: listField('word', 'verifications.status'),
  result: listField('word', 'verifications.result'),
  subStatus: listField('word', 'verifications.sub_status'),
  provider: listField('text', 'verifications.provider'),
  lastStatusAt: listField('time', 'verifications.last_status_at'),
  submittedAt: listField('time', 'verifications.submitted_at'),
  completedAt: listField('time', 'verifications.completed_at'),
  cancelledAt: listField('time', 'verifications.cancelled_at'),
  createdAt: listField('time', 'verifications.created_at'),
  updatedAt: listField('time', 'verifications.updated_at'),
}

/** What consents can be listed by. */
export const consentFields: ListFields = {
  id: listField('id', 'consents.id'),
  consentId: listField('id', 'consents.id'),
  subjectId: listField('id', 'consents.subject_id'),
  submissionId: listField('id', 'consents.submission_id'),
  signerId: listField('id', 'consents.signer_id'),
  kind: listField('word', 'consents.kind'),
  textVersion: listField('text', 'consents.text_version'),
  locale: listField('text', 'consents.locale'),
  acceptedAt: listField('time', 'consents.accepted_at'),
  withdrawnAt: listField('time', 'consents.withdrawn_at'),
}

/** Live verifications by any of their fields, newest first unless sorted. */
export async function browseVerifications(ctx: Context, request: ListRequest): Promise<Page<Verification>> {
  requirePermission(ctx, 'verifications:read')
  const page = await listRows(
    ctx,
    { fields: verificationFields, query: () => selectVerifications(ctx).selectAll() },
    request,
  )
  return { ...page, items: page.items.map(toVerification) }
}

/** That a check was called off before it ended; its id is the check's. */
export type Cancellation = {
  id: Id
  verificationId: Id
  reason: string | null
  reasonCode: string | null
  cancelledAt: Date | null
}

/** What cancellations can be listed by. */
export const cancellationFields: ListFields = {
  id: listField('id', 'verifications.id'),
  verificationId: listField('id', 'verifications.id'),
  reason: listField('text', sql`(verifications.details->>'reason')`),
  reasonCode: listField('text', sql`(verifications.details->'reason_codes'->>0)`),
  cancelledAt: listField('time', 'verifications.cancelled_at'),
}

/** Cancellations, newest first unless sorted. */
export async function browseCancellations(ctx: Context, request: ListRequest): Promise<Page<Cancellation>> {
  requirePermission(ctx, 'verifications:read')
  const query = () => selectVerifications(ctx).selectAll().where('cancelled_at', 'is not', null)
  const page = await listRows(ctx, { fields: cancellationFields, query, newest: 'cancelledAt' }, request)
  return { ...page, items: page.items.map((row) => toCancellation(toVerification(row))) }
}

/** The cancellation that a cancelled check carries. */
export function toCancellation({ id, details, cancelledAt }: Verification): Cancellation {
  const codes = details.reason_codes
  const reasonCode: unknown = Array.isArray(codes) ? codes[0] : null
  return {
    id,
    verificationId: id,
    reason: typeof details.reason === 'string' ? details.reason : null,
    reasonCode: typeof reasonCode === 'string' ? reasonCode : null,
    cancelledAt,
  }
}

/** Consents by any of their fields, newest first unless sorted. */
export async function browseConsents(ctx: Context, request: ListRequest): Promise<Page<Consent>> {
  requirePermission(ctx, 'verifications:read')
  const query = () => ctx.db.selectFrom('consents').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: consentFields, query, newest: 'acceptedAt' }, request)
  return { ...page, items: page.items.map(toConsent) }
}
