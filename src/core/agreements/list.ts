import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type Agreement, selectAgreements, toAgreement } from './agreements.ts'
import { type AgreementLink, toLink } from './links.ts'

/** Whether an agreement has one of the tags, without regard to case. */
const hasTag = (tags: readonly unknown[]) =>
  sql<boolean>`exists (select from unnest(agreement.tags) tag where fold_text(tag) in (select fold_text(asked) from unnest(${tags}::text[]) asked))`

export const agreementList = defineList({
  name: 'agreement',
  permission: 'agreements:read',
  fields: {
    id: listField('id', 'agreement.id'),
    title: listField('text', 'agreement.title'),
    version: listField('number', 'agreement.current_version'),
    source: listField('text', 'version.source', { sortable: false }),
    language: listField('text', 'version.language'),
    tags: listField('words', 'agreement.tags', { match: hasTag }),
    copyOf: listField('id', 'agreement.copy_of'),
    createdBy: listField('id', 'agreement.created_by'),
    archivedAt: listField('time', 'agreement.archived_at'),
    isArchived: listField('boolean', sql`(agreement.archived_at is not null)`),
    createdAt: listField('time', 'agreement.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'agreement.updated_at', { isNeverEmpty: true }),
  },
  rows: selectAgreements,
  read: (_, rows) => rows.map(toAgreement),
})

export const agreementLinkList = defineList({
  name: 'agreement_link',
  permission: 'agreements:read',
  fields: {
    id: listField('id', 'agreement_links.id'),
    agreementId: listField('id', 'agreement_links.agreement_id'),
    title: listField('text', 'agreement_links.title'),
    isActive: listField('boolean', 'agreement_links.is_active'),
    authMode: listField('word', 'agreement_links.auth_mode'),
    oncePerEmail: listField('boolean', 'agreement_links.once_per_email'),
    expiresAt: listField('time', 'agreement_links.expires_at'),
    createdBy: listField('id', 'agreement_links.created_by'),
    createdAt: listField('time', 'agreement_links.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'agreement_links.updated_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => ctx.db.selectFrom('agreement_links').selectAll().where('organization_id', '=', ctx.organizationId),
  read: (ctx, rows) => rows.map((row) => toLink(ctx, row)),
})

/** Lists agreements, archived ones included. */
export function listAgreements(ctx: Context, request: ListRequest): Promise<Page<Agreement>> {
  return listRows(ctx, agreementList, request)
}

export function listAgreementLinks(ctx: Context, request: ListRequest): Promise<Page<AgreementLink>> {
  return listRows(ctx, agreementLinkList, request)
}
