import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createOrganization } from '../../src/core/accounts/index.ts'
import type { Actor, Context } from '../../src/core/context.ts'
import { permissions } from '../../src/core/permissions.ts'
import { createVault, type Vault } from '../../src/core/vault.ts'
import { type Database, openDatabase, transaction } from '../../src/db/index.ts'

/** The database of all test files of this worker. It is closed with the worker. */
export const database: Database = openDatabase({ url: inject('databaseUrl'), maxConnections: 5 })
export const vault: Vault = createVault(Buffer.alloc(32, 7))

/** A context of a new organization. The actor is the system unless another is given. */
export async function newContext(over: { actor?: Actor; now?: Date } = {}): Promise<Context> {
  const now = over.now ?? new Date('2026-03-01T12:00:00.000Z')
  const slug = `t${randomBytes(8).toString('hex')}`
  const { id } = await transaction({ db: database.system }, ({ db }) =>
    createOrganization(db, { slug, name: `Test ${slug}`, now }),
  )
  return { db: database.forOrganization(id), organizationId: id, actor: over.actor ?? { kind: 'system' }, now, vault }
}

/** An API key as an actor, with the given permissions (all by default). */
export function keyActor(held: readonly string[] = permissions): Actor {
  return {
    kind: 'api_key',
    id: '019a0000-0000-7000-8000-000000000001',
    role: 'custom',
    permissions: permissions.filter((permission) => held.includes(permission)),
    apiVersion: '2.2',
  }
}
