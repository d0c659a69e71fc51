import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { fault, invalid } from '../errors.ts'
import { type EventType, guideEventTypes } from '../events.ts'
import { parseId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import type { RenderedEvent } from './attempt.ts'

export type FollowRequest = {
  /** The cursor of the reply before, or the public id of an event. Without it, following starts now. */
  after?: string
  /** The event types of the guide by default. */
  types?: readonly EventType[]
  /** The greatest number of events in a reply. */
  size: number
}

type FollowedEvents = { events: RenderedEvent[]; cursor: string }

/**
 * The events of an organization after a cursor, in the order in which the database recorded them, with or without
 * webhooks. An event appears once every transaction that could still record an earlier one has ended.
 * Throws `validation_failed` for an invalid cursor.
 */
export async function followEvents(ctx: Context, request: FollowRequest): Promise<FollowedEvents> {
  requirePermission(ctx, 'webhooks:read')
  // The horizon needs a statement of its own, because the rows must be read after it.
  const horizon = await readHorizon(ctx)
  if (request.after === undefined) return { events: [], cursor: formatCursor(horizon) }
  const start = await readStart(ctx, request.after)
  const rows = await readEvents(ctx, { start, horizon }, request)
  const last = rows.at(-1)
  const isFull = last !== undefined && rows.length === request.size
  const end = isFull ? last.position : Math.max(start, horizon)
  return { events: rows.map(toEvent), cursor: formatCursor(end) }
}

async function readHorizon(ctx: Context): Promise<number> {
  const { rows } = await sql<{ horizon: number }>`select event_horizon(${ctx.organizationId}) as horizon`.execute(
    ctx.db,
  )
  return rows[0]?.horizon ?? 0
}

function formatCursor(position: number): string {
  return Buffer.from(`after ${position}`).toString('base64url')
}

async function readStart(ctx: Context, after: string): Promise<number> {
  const id = parseId('event', after)
  const position = id === null ? readCursor(after) : await positionOf(ctx, id)
  if (position !== undefined) return position
  throw invalid([fault(['after'], 'event_cursor', { value: after.slice(0, 100) })])
}

function readCursor(text: string): number | undefined {
  const [, digits] = /^after (\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString()) ?? []
  const position = digits === undefined ? undefined : Number(digits)
  return position !== undefined && formatCursor(position) === text ? position : undefined
}

async function positionOf(ctx: Context, id: string): Promise<number | undefined> {
  const row = await ctx.db
    .selectFrom('events')
    .select('position')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.position
}

function readEvents(ctx: Context, { start, horizon }: { start: number; horizon: number }, request: FollowRequest) {
  return ctx.db
    .selectFrom('events')
    .select(['id', 'type', 'data', 'occurred_at', 'is_test', 'position'])
    .where('organization_id', '=', ctx.organizationId)
    .where('position', '>', start)
    .where('position', '<=', horizon)
    .where('type', 'in', [...(request.types ?? guideEventTypes)])
    .orderBy('position')
    .limit(request.size)
    .execute()
}

type Row = Awaited<ReturnType<typeof readEvents>>[number]

function toEvent({ id, type, data, occurred_at, is_test }: Row): RenderedEvent {
  return { id, type, data, occurredAt: occurred_at, isTest: is_test }
}
