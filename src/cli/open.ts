import { readConfig } from '../config.ts'
import { findOrganization } from '../core/accounts/index.ts'
import type { Context } from '../core/context.ts'
import { createLog } from '../log.ts'
import { type Core, openCore } from '../store.ts'
import { UsageError } from './index.ts'

/**
 * Runs work for an organization, on the database of the running server or of a started one. Commands act as the system,
 * because their user has the database anyway. Without --organization there must be exactly one organization.
 */
export async function withOrganization<T>(slug: string | undefined, work: (ctx: Context) => Promise<T>): Promise<T> {
  const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
  try {
    const found = slug ?? (await onlySlug(core.database.system))
    const organization = await findOrganization(core.database.system, found)
    if (!organization) throw new UsageError(`There is no organization with the slug "${found}".`)
    return await work({
      db: core.database.forOrganization(organization.id),
      organizationId: organization.id,
      actor: { kind: 'system' },
      now: new Date(),
      vault: core.vault,
    })
  } finally {
    await core.close()
  }
}

async function onlySlug(db: Core['database']['system']): Promise<string> {
  const rows = await db.selectFrom('organizations').select('slug').orderBy('created_at').limit(2).execute()
  const [first, second] = rows
  if (first && !second) return first.slug
  throw new UsageError(
    first ? 'There are several organizations: say which with --organization <slug>.' : 'There is no organization yet.',
  )
}

/** Runs work on the system handle, with the vault. */
export async function withServer<T>(
  work: (db: Core['database']['system'], vault: Core['vault']) => Promise<T>,
): Promise<T> {
  const core = await openCore(readConfig(), createLog({ logLevel: 'warn' }))
  try {
    return await work(core.database.system, core.vault)
  } finally {
    await core.close()
  }
}

/** Prints an object as JSON, for people and for scripts. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}
