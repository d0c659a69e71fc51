import type { Handle } from '../../db/index.ts'
import { type Finding, type Misfit, misfit, selectEntries } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { readCheckpoint } from './checkpoint.ts'
import { listLogKeys } from './keys.ts'
import { entryOf, readHead } from './log.ts'
import { isSignedBy, readNote, readVerifier, writeVerifier } from './note.ts'
import { nodesOf, readTile, tileWidth } from './tiles.ts'
import { hashLength, leafHash, rootOf } from './tree.ts'

const tilesAtOnce = 16

/**
 * The faults of an organization's log: changed or missing rows, rows that are not in the log, a tree without its root,
 * and a head that no log key has signed. `system` is the system handle, which reads the keys.
 */
export async function inspectLog(ctx: Context, system: Handle): Promise<Finding[]> {
  const head = await readHead(ctx.db, ctx.organizationId)
  const misfits = head
    ? [
        ...(await inspectLeaves(ctx, head.size)),
        ...(await inspectHead(ctx, system)),
        ...(await inspectEnd(ctx, head.size)),
      ]
    : []
  const missed = await countMissed(ctx, system)
  if (missed > 0) misfits.push(misfit('rows_missed', { count: missed }))
  return misfits.map((misfit) => ({ what: 'log', id: ctx.organizationId, misfit }))
}

async function inspectLeaves(ctx: Context, size: number): Promise<Misfit[]> {
  const misfits: Misfit[] = []
  const step = tilesAtOnce * tileWidth
  for (let first = 0; first < size; first += step) {
    const count = Math.min(step, size - first)
    const rows = await readLeaves(ctx, first, count)
    const kept = Buffer.concat(await readTiles(ctx, first / tileWidth, Math.ceil(count / tileWidth)))
    for (let at = 0; at < count; at++) {
      const row = rows.get(first + at)
      const leaf = kept.subarray(at * hashLength, (at + 1) * hashLength)
      if (!row) misfits.push(misfit('leaf_without_row', { leaf: first + at }))
      else if (!leafHash(entryOf(row)).equals(leaf))
        misfits.push(misfit('leaf_changed', { leaf: first + at, action: row.action }))
    }
  }
  return misfits
}

/** A log whose head was rolled back still has leaves behind that head. */
async function inspectEnd({ db, organizationId }: Context, size: number): Promise<Misfit[]> {
  const { count } = await db
    .selectFrom('evidence_leaves')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('leaf', '>=', size)
    .executeTakeFirstOrThrow()
  return Number(count) > 0 ? [misfit('leaves_behind_head', { count: Number(count) })] : []
}

async function readLeaves(ctx: Context, first: number, count: number) {
  const rows = await selectEntries(ctx.db)
    .innerJoin('evidence_leaves as leaf', (join) =>
      join
        .onRef('leaf.organization_id', '=', 'audit_events.organization_id')
        .onRef('leaf.audit_event_id', '=', 'audit_events.id'),
    )
    .select('leaf.leaf')
    .where('audit_events.organization_id', '=', ctx.organizationId)
    .where('leaf.leaf', '>=', first)
    .where('leaf.leaf', '<', first + count)
    .execute()
  return new Map(rows.map((row) => [row.leaf, row]))
}

function readTiles(ctx: Context, first: number, count: number): Promise<Buffer[]> {
  const numbers = Array.from({ length: count }, (_, at) => first + at)
  return Promise.all(
    numbers.map(async (number) => (await readTile(ctx.db, ctx.organizationId, 0, number)) ?? Buffer.alloc(0)),
  )
}

async function inspectHead(ctx: Context, system: Handle): Promise<Misfit[]> {
  const head = await readHead(ctx.db, ctx.organizationId)
  if (!head) return []
  try {
    const note = readNote(head.checkpoint)
    const said = readCheckpoint(note.text)
    const keys = await listLogKeys(system)
    const verifiers = keys.map(({ publicKey }) => readVerifier(writeVerifier({ name: head.origin, publicKey })))
    const isSigned = verifiers.some((one) => isSignedBy(note, one))
    const root = await rootOf(head.size, nodesOf(ctx.db, ctx.organizationId))
    return [
      ...(isSigned ? [] : [misfit('head_unsigned')]),
      ...(said.size === head.size && said.root.equals(root) && said.origin === head.origin
        ? []
        : [misfit('head_not_of_tree')]),
    ]
  } catch {
    return [misfit('head_unreadable')]
  }
}

/** Counts the rows that the log has passed without adding them. */
async function countMissed(ctx: Context, system: Handle): Promise<number> {
  const { position } = await system.selectFrom('evidence_cursor').select('position').executeTakeFirstOrThrow()
  const { count } = await ctx.db
    .selectFrom('audit_events as row')
    .leftJoin('evidence_leaves as leaf', (join) =>
      join.onRef('leaf.organization_id', '=', 'row.organization_id').onRef('leaf.audit_event_id', '=', 'row.id'),
    )
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('row.organization_id', '=', ctx.organizationId)
    .where('row.position', '<=', position)
    .where('leaf.leaf', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
