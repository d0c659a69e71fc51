import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { askedIds, type ListRequest, listSmall, type Page, smallField } from '../lists/index.ts'
import type { Permission } from '../permissions.ts'

/** A kind of work that needs a person, with its amount. Counting stops at `mostCounted`. */
type OpenTask = { id: string; count: number; isMore: boolean; oldestAt: Date | null }

export const mostCounted = 1_000

export const openTaskList = {
  name: 'open_task',
  permission: 'organization:read',
  fields: { id: smallField('text'), count: smallField('number'), oldestAt: smallField('time') },
} as const

type Kind = { permission: Permission; found(ctx: Context): RawBuilder<unknown> }

const soon = sql`interval '14 days'`

/** The kinds of such work: a query whose column `at` is when each began to wait, or when it expires. */
const kinds: Record<string, Kind> = {
  reviews: {
    permission: 'verifications:read',
    found: ({ organizationId }) =>
      sql`select last_status_at as at from verifications where organization_id = ${organizationId} and awaits_review and deleted_at is null`,
  },
  'failing-webhooks': {
    permission: 'webhooks:read',
    found: ({ organizationId }) =>
      sql`select coalesce(w.disabled_at, l.failing_since) as at from webhooks w
        left join webhook_lanes l on l.organization_id = w.organization_id and l.webhook_id = w.id
        where w.organization_id = ${organizationId} and (l.failing_since is not null or w.disabled_reason in ('gone', 'failing'))`,
  },
  'waiting-submissions': {
    permission: 'submissions:read',
    found: ({ organizationId }) =>
      sql`select created_at as at from submissions where organization_id = ${organizationId}
        and completed_at is null and declined_at is null and voided_at is null and expired_at is null`,
  },
  'stopped-bulk-sends': {
    permission: 'submissions:write',
    found: ({ organizationId, now }) =>
      sql`select ended_at as at from bulk_sends where organization_id = ${organizationId} and state = 'stopped'
        and emptied_at is null and kept_until > ${now}::timestamptz`,
  },
  'ending-api-keys': {
    permission: 'api_keys:read',
    found: ({ organizationId, now }) =>
      sql`select expires_at as at from api_keys where organization_id = ${organizationId} and revoked_at is null
        and expires_at > ${now}::timestamptz and expires_at < ${now}::timestamptz + ${soon}`,
  },
  'open-invitations': {
    permission: 'users:read',
    found: ({ organizationId, now }) =>
      sql`select created_at as at from invitations where organization_id = ${organizationId} and role is not null
        and accepted_at is null and declined_at is null and revoked_at is null and expires_at > ${now}::timestamptz`,
  },
}

export const openTaskNames = Object.keys(kinds)

/** The work that needs a person now, as far as the caller may read it. */
export async function listOpenTasks(ctx: Context, request: ListRequest): Promise<Page<OpenTask>> {
  const asked = askedIds(request)
  const items: OpenTask[] = []
  for (const [id, { permission, found }] of Object.entries(kinds)) {
    if (asked !== null && !asked.includes(id)) continue
    if (ctx.actor.kind === 'system' || ctx.actor.permissions.includes(permission))
      items.push({ id, ...(await count(ctx, found(ctx))) })
  }
  return listSmall(ctx, openTaskList, items, request)
}

async function count(ctx: Context, found: RawBuilder<unknown>): Promise<Omit<OpenTask, 'id'>> {
  const { rows } = await sql<{ n: number; oldest: Date | null }>`
    select count(*)::int as n, min(at) as oldest from (${found} order by at limit ${mostCounted + 1}) found`.execute(
    ctx.db,
  )
  const { n, oldest } = rows[0] ?? { n: 0, oldest: null }
  return { count: Math.min(n, mostCounted), isMore: n > mostCounted, oldestAt: oldest }
}
