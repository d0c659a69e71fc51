import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { type Agreement, selectAgreements, toAgreement } from './agreements.ts'
import { type AgreementLink, toLink } from './links.ts'

/** What agreements can be listed by. */
export const agreementFields: ListFields = {
  id: listField('id', 'agreement.id'),
  title: listField('text', 'agreement.title'),
  version: listField('number', 'agreement.current_version'),
  source: { ...listField('text', 'version.source'), sortable: false },
  createdBy: listField('id', 'agreement.created_by'),
  archivedAt: listField('time', 'agreement.archived_at'),
  isArchived: listField('boolean', sql`(agreement.archived_at is not null)`),
  createdAt: listField('time', 'agreement.created_at'),
  updatedAt: listField('time', 'agreement.updated_at'),
}

/** What agreement links can be listed by. */
export const agreementLinkFields: ListFields = {
  id: listField('id', 'agreement_links.id'),
  agreementId: listField('id', 'agreement_links.agreement_id'),
  title: listField('text', 'agreement_links.title'),
  isActive: listField('boolean', 'agreement_links.is_active'),
  expiresAt: listField('time', 'agreement_links.expires_at'),
  createdBy: listField('id', 'agreement_links.created_by'),
  createdAt: listField('time', 'agreement_links.created_at'),
  updatedAt: listField('time', 'agreement_links.updated_at'),
}

/** Agreements by any of their fields, newest first unless sorted, archived ones included unless filtered out. */
export async function browseAgreements(ctx: Context, request: ListRequest): Promise<Page<Agreement>> {
  requirePermission(ctx, 'agreements:read')
  const page = await listRows(ctx, { fields: agreementFields, query: () => selectAgreements(ctx) }, request)
  return { ...page, items: page.items.map(toAgreement) }
}

/** Agreement links by any of their fields, newest first unless sorted. */
export async function browseAgreementLinks(ctx: Context, request: ListRequest): Promise<Page<AgreementLink>> {
  requirePermission(ctx, 'agreements:read')
  const query = () => ctx.db.selectFrom('agreement_links').selectAll().where('organization_id', '=', ctx.organizationId)
  const page = await listRows(ctx, { fields: agreementLinkFields, query }, request)
  return { ...page, items: page.items.map(toLink) }
}
