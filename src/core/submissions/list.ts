import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { defineList, findByPairs, holdsPair, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { findBySigners } from '../people/index.ts'
import { assemble, type Submission } from './submission.ts'

// statusOf in submission.ts computes the same status in code.
const status = sql`case
  when submissions.completed_at is not null then 'completed'
  when submissions.voided_at is not null then 'voided'
  when submissions.declined_at is not null then 'declined'
  when submissions.expired_at is not null then 'expired'
  when (select not bool_or(is_awaited) from signers
        where signers.organization_id = submissions.organization_id and signers.submission_id = submissions.id)
    then 'signed'
  when submissions.viewed_at is null then 'created' else 'viewed' end`

// Not null when some signer of the submission has a name or an address.
const people = sql`(select max(words.field) from signers join signer_words words
  on words.organization_id = signers.organization_id and words.signer_id = signers.id
  where signers.organization_id = submissions.organization_id and signers.submission_id = submissions.id)`

// A voiding has the id of its submission.
const voidReason = sql`(select reason from voidings
  where voidings.organization_id = submissions.organization_id and voidings.id = submissions.id)`

export const submissionList = defineList({
  name: 'submission',
  permission: 'submissions:read',
  fields: {
    id: listField('id', 'submissions.id'),
    agreementLinkId: listField('id', 'submissions.agreement_link_id'),
    agreementId: listField('id', 'submissions.agreement_id'),
    agreementVersion: listField('number', 'submissions.agreement_version'),
    status: listField('word', status),
    people: listField('text', people, { sortable: false, contains: findBySigners }),
    viewedAt: listField('time', 'submissions.viewed_at'),
    completedAt: listField('time', 'submissions.completed_at'),
    sealReason: listField('text', 'submissions.seal_reason'),
    declinedAt: listField('time', 'submissions.declined_at'),
    voidedAt: listField('time', 'submissions.voided_at'),
    voidReason: listField('text', voidReason),
    expiredAt: listField('time', 'submissions.expired_at'),
    createdAt: listField('time', 'submissions.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'submissions.updated_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => ctx.db.selectFrom('submissions').selectAll().where('organization_id', '=', ctx.organizationId),
  findByMetadata: findByPairs(holdsPair(sql`submissions.metadata`)),
  read: assemble,
})

/** Lists submissions. Every pair of `metadata` must match as text. */
export function listSubmissions(ctx: Context, request: ListRequest): Promise<Page<Submission>> {
  return listRows(ctx, submissionList, request)
}
