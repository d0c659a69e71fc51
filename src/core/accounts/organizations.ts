import { type Selectable, sql } from 'kysely'
import { type Handle, type Tables, transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, type Fault, fault, refuseFaults, say } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { builtinRoles, requirePermission } from '../permissions.ts'
import { findRetentionFaults } from '../retention-rule.ts'
import { checkText } from '../text.ts'
import { findEmbeddingFaults, toOrigins } from './embedding.ts'
import { readServerMaintenance } from './server-maintenance.ts'
import { findTrackingFaults } from './tracking.ts'

export type Organization = {
  id: Id
  slug: string
  name: string
  inMaintenance: boolean
  maintenanceSince: Date | null
  /** How many days finished documents are kept. An agreement may set its own number. Null keeps them for ever. */
  documentRetentionDays: number | null
  /** The parameters that only track people. Null means the built-in list. */
  trackingParameters: string[] | null
  /** The origins of the sites that may show signing pages in a frame. */
  embeddingOrigins: string[]
  createdAt: Date
  updatedAt: Date
}

export const organizationList = defineList({
  name: 'organization',
  permission: 'organization:read',
  fields: {
    id: listField('id', 'organizations.id'),
    slug: listField('text', 'organizations.slug'),
    name: listField('text', 'organizations.name'),
    inMaintenance: listField('boolean', sql`(organizations.maintenance_since is not null)`),
    maintenanceSince: listField('time', 'organizations.maintenance_since'),
    createdAt: listField('time', 'organizations.created_at', { isNeverEmpty: true }),
    updatedAt: listField('time', 'organizations.updated_at', { isNeverEmpty: true }),
  },
  rows: (ctx) => ctx.db.selectFrom('organizations').selectAll().where('id', '=', ctx.organizationId),
  read: (_, rows) => rows.map(toOrganization),
})

/**
 * Creates an organization with the built-in roles. It is in maintenance when the whole server is. Runs on the system
 * handle, in the caller's transaction.
 * Throws `validation_failed` for a slug that cannot be a sub-domain, and `slug_taken`.
 */
export async function createOrganization(
  db: Handle,
  input: { slug: string; name: string; now: Date },
): Promise<Organization> {
  const faults = checkText(['name'], input.name, { maxLength: 200, minLength: 1 })
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(input.slug)) {
    faults.push(fault(['slug'], 'sub_domain', { value: input.slug }))
  }
  refuseFaults(faults)
  const id = newId(input.now.getTime())
  const maintenanceSince = await readServerMaintenance(db)
  const created = await db
    .insertInto('organizations')
    .values({
      id,
      slug: input.slug,
      name: input.name,
      maintenance_since: maintenanceSince,
      created_at: input.now,
      updated_at: input.now,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) throw new DomainError('conflict', 'slug_taken', say('slug_taken', { slug: input.slug }))
  await db
    .insertInto('roles')
    .values(
      Object.entries(builtinRoles).map(([name, permissions]) => ({
        organization_id: id,
        id: newId(input.now.getTime()),
        name,
        permissions: [...permissions],
        is_builtin: true,
        created_at: input.now,
        updated_at: input.now,
      })),
    )
    .execute()
  return {
    id,
    slug: input.slug,
    name: input.name,
    inMaintenance: maintenanceSince !== null,
    maintenanceSince,
    documentRetentionDays: null,
    trackingParameters: null,
    embeddingOrigins: [],
    createdAt: input.now,
    updatedAt: input.now,
  }
}

/** The organization of a slug. Runs on the system handle. */
export async function findOrganization(db: Handle, slug: string): Promise<Organization | undefined> {
  const row = await db.selectFrom('organizations').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && toOrganization(row)
}

/** Lists the caller's own organization. Nobody sees another. */
export function listOrganizations(ctx: Context, request: ListRequest = {}): Promise<Page<Organization>> {
  return listRows(ctx, organizationList, request)
}

type OrganizationChanges = {
  name?: string
  inMaintenance?: boolean
  documentRetentionDays?: number | null
  trackingParameters?: string[] | null
  embeddingOrigins?: string[]
}

/**
 * Changes the settings of the caller's organization. `allow` gets the locked organization before the change and may
 * throw to prevent it.
 * Throws `validation_failed`.
 */
export async function updateOrganization(
  ctx: Context,
  changes: OrganizationChanges,
  allow: (current: Organization) => void = () => {},
): Promise<Organization> {
  requirePermission(ctx, 'organization:write')
  const { name, inMaintenance, documentRetentionDays, trackingParameters, embeddingOrigins } = changes
  refuseFaults(findOrganizationFaults(changes))
  return transaction(ctx, async (inner) => {
    allow(await holdOrganization(inner))
    const row = await inner.db
      .updateTable('organizations')
      .set((set) => ({
        ...(name === undefined ? {} : { name }),
        ...(documentRetentionDays === undefined ? {} : { document_retention_days: documentRetentionDays }),
        ...(trackingParameters === undefined
          ? {}
          : { tracking_parameters: trackingParameters && [...new Set(trackingParameters)] }),
        ...(embeddingOrigins === undefined ? {} : { embedding_origins: toOrigins(embeddingOrigins) }),
        ...(inMaintenance === undefined
          ? {}
          : { maintenance_since: inMaintenance ? set.fn.coalesce('maintenance_since', set.val(inner.now)) : null }),
        updated_at: inner.now,
      }))
      .where('id', '=', inner.organizationId)
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(inner, {
      action: 'organization.updated',
      subject: { type: 'organization', id: inner.organizationId },
      data: changes,
    })
    return toOrganization(row)
  })
}

function findOrganizationFaults(given: OrganizationChanges): Fault[] {
  const { name } = given
  const faults = name === undefined ? [] : checkText(['name'], name, { maxLength: 200, minLength: 1 })
  return [...faults, ...findRetentionFaults(given), ...findTrackingFaults(given), ...findEmbeddingFaults(given)]
}

/** Locks the organization until the transaction ends. */
async function holdOrganization(ctx: Context): Promise<Organization> {
  const query = ctx.db.selectFrom('organizations').selectAll().where('id', '=', ctx.organizationId)
  return toOrganization(await query.forNoKeyUpdate().executeTakeFirstOrThrow())
}

function toOrganization(row: Selectable<Tables['organizations']>): Organization {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    inMaintenance: row.maintenance_since !== null,
    maintenanceSince: row.maintenance_since,
    documentRetentionDays: row.document_retention_days,
    trackingParameters: row.tracking_parameters,
    embeddingOrigins: row.embedding_origins,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
