import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { attemptIdOf, deliveryIdOf } from '../delivery-ids.ts'
import { type Id, type IdKind, isIdKind } from '../ids.ts'

/** A change of a record, with its position in the order. Only `ownerId` may see the record, if it is set. */
export type Change = { position: number; kind: IdKind; id: Id; what: string; at: Date; ownerId: Id | null }

/** Continue at `position`. `isCut` means that changes are missing, so the client should read its data again. */
export type Changes = { position: number; changes: Change[]; isCut: boolean }

/** The greatest number of rows in one reply. */
const mostChanges = 500

type Found = { horizon: number; changes: Row[] | null; is_whole: boolean | null }
type Row = { position: number; what: string; at: string; kind: string; subject: Id } & (
  | { source: 'audit'; id: Id; chain: Id | null; actor: Id | null }
  | { source: 'event'; id: Id; data: Record<string, unknown> }
  | { source: 'note' }
)

/**
 * The changes of the organization after a position, in the order of commits; only the present position when `after` is
 * null. The database decides the order, so clocks of nodes do not matter. Requires no permission: the caller must hide
 * each change from those who may not read its kind, or are not its owner.
 */
export async function readChanges(ctx: Pick<Context, 'db' | 'organizationId'>, after: number | null): Promise<Changes> {
  const { rows } = await sql<Found>`
    select * from changes_since(${ctx.organizationId}, ${after}, ${mostChanges + 1})`.execute(ctx.db)
  const [{ horizon, changes, is_whole } = { horizon: 0, changes: null, is_whole: null }] = rows
  const found = changes ?? []
  const isCut = found.length > mostChanges || is_whole === false || (after !== null && after > horizon)
  return { position: horizon, changes: isCut ? [] : withoutTwins(found.flatMap(tell)), isCut }
}

// Keeps only the last of equal changes.
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

// A change of an attempt changes its delivery too. The subject is `<event>/<webhook>/<number>`.
function tellAttempt(subject: string, told: (kind: string, id: Id) => Change[]): Change[] {
  const [event = '', webhook = '', number] = subject.split('/')
  return [
    ...told('attempt', attemptIdOf(event, webhook, Number(number))),
    ...told('delivery', deliveryIdOf(event, webhook)),
  ]
}
