import { sql } from 'kysely'
import { prepareQuery } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page, type Term } from '../lists/index.ts'
import { requirePermission } from '../permissions.ts'
import { verificationCounts } from './counts.ts'
import { withDecisions } from './list-decisions.ts'
import { askedPairs } from './metadata.ts'
import { findByText } from './search.ts'
import { type Json, selectVerifications, toVerification, type Verification } from './verification.ts'

/** The list of live verifications, scans included. */
export const verificationList = defineList({
  name: 'verification',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'verifications.id'),
    organizationId: listField('id', 'verifications.organization_id', { sortable: true, isNeverEmpty: true }),
    submissionId: listField('id', 'verifications.submission_id'),
    signerId: listField('id', 'verifications.signer_id'),
    agreementLinkId: listField('id', 'verifications.agreement_link_id', { sortable: true }),
    subjectId: listField('id', 'verifications.subject_id'),
    parentId: listField('id', 'verifications.parent_id'),
    type: listField('word', 'verifications.type', { isNeverEmpty: true }),
    subtype: listField('word', 'verifications.subtype'),
    tier: listField('word', 'verifications.tier'),
    isScan: listField('boolean', 'verifications.is_scan', { isNeverEmpty: true }),
    isSimulated: listField('boolean', 'verifications.is_simulated', { isNeverEmpty: true }),
    status: listField('word', 'verifications.status', { isNeverEmpty: true }),
    result: listField('word', 'verifications.result'),
    subStatus: listField('word', 'verifications.sub_status'),
    awaitsReview: listField('boolean', 'verifications.awaits_review', { isNeverEmpty: true, sortable: false }),
    provider: listField('text', 'verifications.provider'),
    lastStatusAt: listField('time', 'verifications.last_status_at', { isNeverEmpty: true }),
    submittedAt: listField('time', 'verifications.submitted_at'),
    completedAt: listField('time', 'verifications.completed_at'),
    cancelledAt: listField('time', 'verifications.cancelled_at'),
    // Ids begin with the time of creation, so sorting by id is sorting by creation, without ties.
    createdAt: listField('time', 'verifications.created_at', {
      isNeverEmpty: true,
      isUnique: true,
      keys: [{ column: sql.ref('verifications.id'), type: 'uuid' }],
      // Ids have milliseconds. A finer time is rounded up to the next millisecond.
      keyAt: (moment) =>
        sql`first_id_at(date_trunc('milliseconds', ${moment}::timestamptz + interval '999 microseconds', 'UTC'))`,
    }),
    updatedAt: listField('time', 'verifications.updated_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => selectVerifications(ctx).selectAll(),
  findByText,
  findByMetadata,
  counted: verificationCounts,
  read: (ctx, rows) => withDecisions(ctx, rows.map(toVerification)),
})

/**
 * Lists live verifications. A search matches any part of public id, public id of the agreement link, type, subtype,
 * tier, status and result, in any case. Every pair of `metadata` must match as text.
 */
export function listVerifications(ctx: Context, request: ListRequest): Promise<Page<Verification>> {
  return listRows(ctx, verificationList, request)
}

/** One verification. Throws `verification_not_found`. */
export async function getVerification(ctx: Context, id: Id): Promise<Verification> {
  requirePermission(ctx, 'verifications:read')
  const [row] = await findOne(ctx.db, { organizationId: ctx.organizationId, id })
  if (!row) throw notFound('verification')
  const [found = toVerification(row)] = await withDecisions(ctx, [toVerification(row)])
  return found
}

type Search = { organizationId: Id; id: Id }
const findOne = prepareQuery(null, (db, values: Search) =>
  selectVerifications({ db, organizationId: values.organizationId }).selectAll().where('id', '=', values.id),
)

function findByMetadata({ organizationId }: Context, metadata: Json): Term[] {
  return askedPairs(metadata).map((pair) => {
    const found = sql`select verification_id from verification_metadata
      where organization_id = ${organizationId} and pair = ${pair}`
    return {
      shape: 'metadata',
      values: [organizationId, pair],
      condition: sql`verifications.id in (${found})`,
      counted: found,
      // `offset 0` keeps the planner from turning this into a join, so each row is looked up.
      probe: sql`exists (${found} and verification_id = verifications.id offset 0)`,
    }
  })
}
