import type { Handle } from '../../db/index.ts'
import { DomainError, invalid } from '../errors.ts'
import { type Id, newId } from '../ids.ts'
import { builtinRoles } from '../permissions.ts'

export type Organization = { id: Id; slug: string; name: string; maintenanceSince: Date | null; createdAt: Date }

/**
 * Creates an organization with the built-in roles. Runs on the system handle, inside the caller's transaction.
 * Throws `validation_failed` for a slug that cannot be a sub-domain, `slug_taken` when it is in use.
 */
export async function createOrganization(
  db: Handle,
  input: { slug: string; name: string; now: Date },
): Promise<Organization> {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(input.slug)) {
    throw invalid([
      {
        path: ['slug'],
        rule: 'sub_domain',
        message: 'Use 1 to 63 lower case letters, digits and hyphens.',
        value: input.slug,
      },
    ])
  }
  const id = newId(input.now.getTime())
  const created = await db
    .insertInto('organizations')
    .values({ id, slug: input.slug, name: input.name, created_at: input.now, updated_at: input.now })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) throw new DomainError('conflict', 'slug_taken', `The slug ${input.slug} is in use. Choose another.`)
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
  return { id, slug: input.slug, name: input.name, maintenanceSince: null, createdAt: input.now }
}

/** The organization of a slug, or undefined. Runs on the system handle. */
export async function findOrganization(db: Handle, slug: string): Promise<Organization | undefined> {
  const row = await db.selectFrom('organizations').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    maintenanceSince: row.maintenance_since,
    createdAt: row.created_at,
  }
}
