import type { Context } from '../context.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type Consent, openConsents } from './consent.ts'

export const consentList = defineList({
  name: 'consent',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'consents.id'),
    subjectId: listField('id', 'consents.subject_id'),
    submissionId: listField('id', 'consents.submission_id'),
    signerId: listField('id', 'consents.signer_id'),
    kind: listField('word', 'consents.kind', { isNeverEmpty: true }),
    textVersion: listField('text', 'consents.text_version', { isNeverEmpty: true }),
    locale: listField('text', 'consents.locale', { isNeverEmpty: true }),
    acceptedAt: listField('time', 'consents.accepted_at', { isNeverEmpty: true }),
    withdrawnAt: listField('time', 'consents.withdrawn_at'),
  },
  newest: 'acceptedAt',
  rows: (ctx) => ctx.db.selectFrom('consents').selectAll().where('organization_id', '=', ctx.organizationId),
  read: openConsents,
})

export function listConsents(ctx: Context, request: ListRequest): Promise<Page<Consent>> {
  return listRows(ctx, consentList, request)
}
