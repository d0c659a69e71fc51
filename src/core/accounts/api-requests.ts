import { type Selectable, sql } from 'kysely'
import { type Handle, type Tables, transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'

/** One request of an API key. `path` is the pattern of the route, without any value of the URL. */
type ApiRequest = {
  id: Id
  apiKeyId: Id
  method: string
  path: string
  status: number
  apiVersion: string
  ipAddress: string | null
  requestId: string
  occurredAt: Date
}

/** At most this many requests of a key are kept, each for 24 hours. */
export const requestsKept = 1_000
const keptMs = 86_400_000

export const apiRequestList = defineList({
  name: 'api_request',
  permission: 'api_keys:read',
  fields: {
    id: listField('id', 'api_requests.id'),
    apiKeyId: listField('id', 'api_requests.api_key_id'),
    method: listField('text', 'api_requests.method', { isNeverEmpty: true }),
    path: listField('text', 'api_requests.path', { isNeverEmpty: true }),
    status: listField('number', 'api_requests.status', { isNeverEmpty: true }),
    apiVersion: listField('text', 'api_requests.api_version', { isNeverEmpty: true }),
    ipAddress: listField('text', 'api_requests.ip_address'),
    requestId: listField('text', 'api_requests.request_id', { isNeverEmpty: true }),
    occurredAt: listField('time', 'api_requests.occurred_at', { isNeverEmpty: true }),
  },
  newest: 'occurredAt',
  scope: (ctx) => [ctx.organizationId, oldestKept(ctx.now)],
  rows: (ctx) =>
    ctx.db
      .selectFrom('api_requests')
      .selectAll()
      .where('organization_id', '=', ctx.organizationId)
      .where('occurred_at', '>', oldestKept(ctx.now)),
  read: (_, rows) => rows.map(toApiRequest),
})

/** Lists the newest requests of API keys within the last 24 hours. */
export function listApiRequests(ctx: Context, request: ListRequest = {}): Promise<Page<ApiRequest>> {
  return listRows(ctx, apiRequestList, request)
}

/** The use of one key since the last batch. `minutes` counts requests by the start of the minute in unix ms. */
export type KeyUse = {
  organizationId: Id
  apiKeyId: Id
  minutes: ReadonlyMap<number, number>
  newest: readonly Omit<ApiRequest, 'id' | 'apiKeyId'>[]
}

/** Records the use of keys in one transaction. Skips a deleted key. Runs on the system handle. */
export async function recordApiRequests(db: Handle, uses: readonly KeyUse[]): Promise<void> {
  const keys = uses.map(({ organizationId, apiKeyId, newest }) => ({
    organization_id: organizationId,
    api_key_id: apiKeyId,
    version: newest.at(-1)?.apiVersion ?? null,
  }))
  const minutes = uses.flatMap(({ organizationId, apiKeyId, minutes }) =>
    [...minutes].map(([at, requests]) => ({
      organization_id: organizationId,
      api_key_id: apiKeyId,
      minute: new Date(at),
      requests,
    })),
  )
  const requests = uses.flatMap(({ organizationId, apiKeyId, newest }) =>
    newest.map((one) => ({
      organization_id: organizationId,
      id: newId(one.occurredAt.getTime()),
      api_key_id: apiKeyId,
      method: one.method,
      path: one.path,
      status: one.status,
      api_version: one.apiVersion,
      ip_address: one.ipAddress,
      request_id: one.requestId,
      occurred_at: one.occurredAt,
    })),
  )
  await transaction({ db }, async (inner) => {
    await sql`insert into api_key_minutes select given.* from jsonb_populate_recordset(null::api_key_minutes, ${JSON.stringify(minutes)}::jsonb) given
      join api_keys key on key.organization_id = given.organization_id and key.id = given.api_key_id
      order by given.organization_id, given.api_key_id, given.minute
      on conflict (organization_id, api_key_id, minute) do update set requests = api_key_minutes.requests + excluded.requests`.execute(
      inner.db,
    )
    await sql`insert into api_requests select given.* from jsonb_populate_recordset(null::api_requests, ${JSON.stringify(requests)}::jsonb) given
      join api_keys key on key.organization_id = given.organization_id and key.id = given.api_key_id`.execute(inner.db)
    const used = sql`jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as used(organization_id uuid, api_key_id uuid, version text)`
    await sql`update api_keys key set last_used_version = used.version from ${used}
      where key.organization_id = used.organization_id and key.id = used.api_key_id
        and used.version is not null and key.last_used_version is distinct from used.version`.execute(inner.db)
    // The array is read before the delete begins, so each key is looked up once. A join would look it up for each
    // request.
    await sql`delete from api_requests where ctid = any (array(
        select surplus.row_id from ${used} cross join lateral (
          select of.ctid as row_id from api_requests of where of.organization_id = used.organization_id
            and of.api_key_id = used.api_key_id order by of.id desc offset ${requestsKept}) surplus))`.execute(inner.db)
  })
}

export const forgetRequestsJob = 'account.forget_requests'

/** Deletes the requests and counts that are older than 24 hours. Runs on the system handle. */
export async function forgetRequests(db: Handle, now: Date): Promise<void> {
  await db.deleteFrom('api_requests').where('occurred_at', '<', oldestKept(now)).execute()
  await db.deleteFrom('api_key_minutes').where('minute', '<', oldestKept(now)).execute()
}

function oldestKept(now: Date): Date {
  return new Date(now.getTime() - keptMs)
}

function toApiRequest(row: Selectable<Tables['api_requests']>): ApiRequest {
  return {
    id: row.id,
    apiKeyId: row.api_key_id,
    method: row.method,
    path: row.path,
    status: row.status,
    apiVersion: row.api_version,
    ipAddress: row.ip_address,
    requestId: row.request_id,
    occurredAt: row.occurred_at,
  }
}
