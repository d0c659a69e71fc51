import { requireServerAdmin } from '../../../core/accounts/index.ts'
import type { Context } from '../../../core/context.ts'
import { type ListFields, type ListRequest, listSmall } from '../../../core/lists/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import type { Operator } from '../../operator.ts'
import type { IdForm } from '../ids.ts'
import type { CoreRecord } from '../resource.ts'

export const permissions = { read: 'organization:read' } as const

/** The server: its operator's verbs, and the handle that reads all organizations. */
export type Served = { operator: Operator; database: Pick<HttpDependencies['database'], 'system'> }

/** Ids that are the server's own names. */
export const plainIds = (pattern: RegExp): IdForm => ({
  format: (id) => id,
  parse: (text) => (pattern.test(text) ? text : null),
})

/** A page of the server's records, for its operators. */
export function pageOf(
  ctx: Context,
  name: string,
  fields: ListFields,
  items: readonly CoreRecord[],
  request: ListRequest,
) {
  requireServerAdmin(ctx)
  const own: Context = { ...ctx, actor: { kind: 'system' } }
  return listSmall(own, { name, permission: permissions.read, fields }, items, request)
}
