import type { Context } from '../context.ts'
import { invalid } from '../errors.ts'
import { type EventType, eventTypes } from '../events.ts'
import { type Id, newId, parseId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import type { RenderedEvent } from './attempt.ts'
import { type EventCursor, formatCursor, readCursor, tailOf } from './cursor.ts'

export type FollowRequest = {
  /** Where to go on: the cursor of the reply before, or the public id of an event. Left out: from now on. */
  after?: string
  types?: readonly EventType[]
  /** At most so many events. */
  size: number
}

export type FollowedEvents = { events: RenderedEvent[]; cursor: string }

/** How long after it got its id an event may be committed and is still not missed. */
const latenessMs = 10_000
const mostRemembered = 500

/**
 * The events of an organization after a cursor, oldest first, whoever subscribes or not. Ids are given before the commit,
 * so an event may appear behind a younger one: the cursor stays ten seconds behind, and names those that were seen since.
 * At more than 500 events in ten seconds it stays behind less. Throws `validation_failed` for a cursor that is none.
 */
export async function followEvents(ctx: Context, request: FollowRequest): Promise<FollowedEvents> {
  requirePermission(ctx, 'webhooks:read')
  const horizon = firstIdAt(ctx.now.getTime() - latenessMs)
  const isFirst = request.after === undefined
  const start = request.after === undefined ? { base: horizon, seen: [] } : readStart(request.after)
  const limit = isFirst ? mostRemembered : request.size + start.seen.length
  const rows = await readEvents(ctx, start.base, request.types, limit)
  const seen = new Set(start.seen)
  const unseen = isFirst ? [] : rows.filter((row) => !seen.has(tailOf(row.id)))
  const left = unseen[request.size]?.id
  const cursor = advance(start, { horizon, ids: rows.map((row) => row.id), isCut: rows.length === limit, left })
  return { events: unseen.slice(0, request.size).map(toEvent), cursor }
}

type Progress = {
  horizon: Id
  /** What was read, seen before or not; cut when there may be more. */
  ids: Id[]
  isCut: boolean
  /** The first that was read and is left for the next time. */
  left: Id | undefined
}

// The base may move up to the horizon, but never past what is left or was not read.
function advance(start: EventCursor, { horizon, ids, isCut, left }: Progress): string {
  const seen = new Set(start.seen)
  const done = ids.filter((id) => left === undefined || id < left || seen.has(tailOf(id)))
  const upTo = ids.findLast((id) => left === undefined || id < left) ?? start.base
  const reached = (left !== undefined || isCut) && upTo < horizon ? upTo : horizon
  const forgotten = done.at(-mostRemembered - 1) ?? start.base
  const base = [start.base, reached, forgotten].reduce((most, id) => (id > most ? id : most))
  const tails = done.filter((id) => id > base).map(tailOf)
  const unread = isCut ? start.seen.filter((tail) => !ids.some((id) => tailOf(id) === tail)) : []
  return formatCursor({ base, seen: [...tails, ...unread].slice(-mostRemembered) })
}

function readStart(after: string): EventCursor {
  const event = parseId('event', after)
  const cursor = event ? { base: event, seen: [] } : readCursor(after)
  if (cursor) return cursor
  const message = 'Give the cursor of the reply before, or the id of an event.'
  throw invalid([{ path: ['after'], rule: 'cursor', message, value: after.slice(0, 100) }])
}

function readEvents(ctx: Context, base: Id, types: readonly EventType[] | undefined, limit: number) {
  return ctx.db
    .selectFrom('events')
    .select(['id', 'type', 'data', 'occurred_at', 'is_test'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '>', base)
    .where('type', 'in', [...(types ?? eventTypes)])
    .orderBy('id')
    .limit(limit)
    .execute()
}

type Row = Awaited<ReturnType<typeof readEvents>>[number]

function toEvent({ id, type, data, occurred_at, is_test }: Row): RenderedEvent {
  return { id, type, data, occurredAt: occurred_at, isTest: is_test }
}

function firstIdAt(ms: number): Id {
  return `${newId(ms).slice(0, 13)}-0000-0000-000000000000`
}
