import { type Handle, transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { type Organization, updateOrganization } from './organizations.ts'
import { writeServerMaintenance } from './server-maintenance.ts'

/**
 * Turns maintenance of the context's organization on or off. In maintenance both dialects answer 503, except for health
 * checks and for reading and ending maintenance.
 */
export function setMaintenance(ctx: Context, inMaintenance: boolean): Promise<Organization> {
  return updateOrganization(ctx, { inMaintenance })
}

/**
 * Turns maintenance of the whole server on or off. Organizations that are created meanwhile are in maintenance too.
 * Runs on the system handle. Returns how many organizations changed.
 */
export async function setMaintenanceOfAll(db: Handle, inMaintenance: boolean, now: Date): Promise<number> {
  return transaction({ db }, async ({ db: inner }) => {
    await writeServerMaintenance(inner, inMaintenance ? now : null)
    const changed = await inner
      .updateTable('organizations')
      .set({ maintenance_since: inMaintenance ? now : null, updated_at: now })
      .where('maintenance_since', inMaintenance ? 'is' : 'is not', null)
      .executeTakeFirst()
    return Number(changed.numUpdatedRows)
  })
}
