import { sql } from 'kysely'
import type { Handle } from '../../db/index.ts'
import { setMaintenanceOfAll } from '../accounts/index.ts'
import { notFound } from '../errors.ts'
import type { Id } from '../ids.ts'

/** An organization as the server's operator sees it, without its data. */
type ServedOrganization = {
  id: Id
  slug: string
  name: string
  maintenanceSince: Date | null
  createdAt: Date
  members: number
}

/** The newest 10,000 organizations of the server. Runs on the system handle. */
export async function listServedOrganizations(db: Handle): Promise<ServedOrganization[]> {
  const { rows } = await sql<ServedOrganization>`
    select o.id, o.slug, o.name, o.maintenance_since as "maintenanceSince", o.created_at as "createdAt",
      (select count(*)::int from memberships m where m.organization_id = o.id and m.deactivated_at is null) as members
    from organizations o order by o.created_at desc, o.id desc limit 10000`.execute(db)
  return rows
}

/** Turns maintenance of one organization on or off. Runs on the system handle. Throws `organization_not_found`. */
export async function setServedMaintenance(db: Handle, id: Id, inMaintenance: boolean, now: Date): Promise<void> {
  const { rows } = await sql<{ id: Id }>`
    update organizations set maintenance_since = case when ${inMaintenance}::boolean then coalesce(maintenance_since, ${now}) end, updated_at = ${now}
    where id = ${id} returning id`.execute(db)
  if (rows.length === 0) throw notFound('organization')
}

/** The state of the whole server. `databaseBytes` is the size of the database on disk. */
type ServerState = { maintenanceSince: Date | null; databaseBytes: number; databaseVersion: string }

/** Reads the state of the server. Runs on the system handle. */
export async function readServerState(db: Handle): Promise<ServerState> {
  const { rows } = await sql<ServerState>`
    select (select since from server_maintenance) as "maintenanceSince", pg_database_size(current_database()) as "databaseBytes",
      current_setting('server_version') as "databaseVersion"`.execute(db)
  const [state] = rows
  if (!state) throw new Error('The database returned no state.')
  return state
}

/**
 * Turns maintenance of the whole server on or off. Runs on the system handle. Returns how many organizations changed.
 */
export function setServerMaintenance(db: Handle, inMaintenance: boolean, now: Date): Promise<number> {
  return setMaintenanceOfAll(db, inMaintenance, now)
}
