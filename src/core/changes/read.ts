import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { attemptIdOf, deliveryIdOf } from '../delivery-ids.ts'
import { type Id, type IdKind, isIdKind } from '../ids.ts'

/** That a thing has changed, at which place of the order. `ownerId` is who alone may see the thing, if it is somebody's own. */
export type Change = { position: number; kind: IdKind; id: Id; what: string; at: Date; ownerId: Id | null }

/**
 * `position` is where to go on. `isCut` says that more has changed than can be told, or that nobody kept all of it: what
 * is shown should be read again.
 */
export type Changes = { position: number; changes: Change[]; isCut: boolean }

/** How many rows one look tells at most. */
export const mostChanges = 500

type Found = { horizon: number; changes: Row[] | null; is_whole: boolean | null }
type Row = { position: number; what: string; at: string; kind: string; subject: Id } & (
  | { source: 'audit'; id: Id; chain: Id | null; actor: Id | null }
  | { source: 'event'; id: Id; data: Record<string, unknown> }
  | { source: 'note' }
)

/**
 * What has changed in the organization since a position, in the order of the commits; without one, only the position of
 * now. The order is the database's, so that it holds over many nodes and whatever their clocks say. Not guarded: who is
 * shown a change must hold the permission to read its kind, and be its owner where it has one.
 */
export async function readChanges(ctx: Pick<Context, 'db' | 'organizationId'>, after: number | null): Promise<Changes> {
  const { rows } = await sql<Found>`
    select * from changes_since(${ctx.organizationId}, ${after}, ${mostChanges + 1})`.execute(ctx.db)
  const [{ horizon, changes, is_whole } = { horizon: 0, changes: null, is_whole: null }] = rows
  const found = changes ?? []
  const isCut = found.length > mostChanges || is_whole === false || (after !== null && after > horizon)
  return { position: horizon, changes: isCut ? [] : withoutTwins(found.flatMap(tell)), isCut }
}

// The last of those that say the same.
function withoutTwins(changes: readonly Change[]): Change[] {
  const found = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.kind} ${change.id} ${change.what}`
    found.delete(key)
    found.set(key, change)
  }
  return [...found.values()]
}

function tell(row: Row): Change[] {
  const at = new Date(row.at)
  const told = (kind: string, id: unknown, ownerId: Id | null = null): Change[] =>
    isIdKind(kind) && typeof id === 'string' ? [{ position: row.position, kind, id, what: row.what, at, ownerId }] : []
  if (row.source === 'note' && row.kind === 'attempt') return tellAttempt(row.subject, told)
  if (row.source === 'note') return told(row.kind, row.subject)
  if (row.source === 'event') {
    const { submissionId } = row.data
    return [
      ...told(row.kind, row.subject),
      ...(row.kind === 'submission' ? [] : told('submission', submissionId)),
      ...told('event', row.id),
    ]
  }
  return [
    ...told(row.kind, row.subject, row.kind === 'api_credential' ? row.actor : null),
    ...(row.chain === row.subject ? [] : told('submission', row.chain)),
    ...told('audit_event', row.id),
  ]
}

// An attempt, which is noted as `<event>/<webhook>/<number>`, changes its delivery, too.
function tellAttempt(subject: string, told: (kind: string, id: Id) => Change[]): Change[] {
  const [event = '', webhook = '', number] = subject.split('/')
  return [
    ...told('attempt', attemptIdOf(event, webhook, Number(number))),
    ...told('delivery', deliveryIdOf(event, webhook)),
  ]
}
