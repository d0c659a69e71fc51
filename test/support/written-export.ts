import { createApiKey } from '../../src/core/accounts/index.ts'
import type { Context } from '../../src/core/context.ts'
import { createExport, exportJobs, type WriteExportPart } from '../../src/core/exports/index.ts'
import { permissions } from '../../src/core/permissions.ts'
import { writeExportPart } from '../../src/export-lines.ts'
import { database, vault } from './organization.ts'

export type How = { write?: WriteExportPart; now?: Date }

/** Runs the job of an export once, as the server does, by the stored id. */
export async function writeExport(
  { organizationId }: Pick<Context, 'organizationId'>,
  exportId: string,
  { write = writeExportPart, now = new Date() }: How = {},
): Promise<void> {
  const actor = { kind: 'system' } as const
  const contextOf = () => ({ db: database.forOrganization(organizationId), organizationId, actor, now, vault })
  await exportJobs['export.run']?.({ database, now: () => now, contextOf, write }, { organizationId, exportId })
}

/** A written export of the acting person, or of the newest API key when the system acts. Returns the stored id. */
export async function keepExport(ctx: Context): Promise<string> {
  const owner = ctx.actor.kind === 'system' ? await asNewestKey(ctx) : ctx
  const form = ctx.actor.kind === 'system' ? 'rest 2.2' : 'jsonapi'
  const asked = { list: 'webhooks', format: 'ndjson', query: '', base: '', permission: 'webhooks:read' } as const
  const { id } = await createExport(owner, { ...asked, form })
  await writeExport(ctx, id, { now: ctx.now })
  return id
}

async function asNewestKey(ctx: Context): Promise<Context> {
  const keys = ctx.db.selectFrom('api_keys').select(['id', 'role', 'api_version']).orderBy('created_at', 'desc')
  const found = await keys.executeTakeFirst()
  const { id, role } = found ?? (await createApiKey(ctx, { name: 'Exports' }))
  return { ...ctx, actor: { kind: 'api_key', id, role, permissions, apiVersion: '2.2' } }
}
