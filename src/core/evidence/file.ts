import type { Selectable } from 'kysely'
import type { Tables } from '../../db/index.ts'
import { canonicalRow, openingsOf, selectEntries } from '../audit/index.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import { DomainError, say } from '../errors.ts'
import type { Id } from '../ids.ts'
import { openPersonKeys } from '../people/index.ts'
import { type EvidenceEntry, type EvidenceFile, evidenceFormat } from './format.ts'
import { entryOf, readHead } from './log.ts'
import { nodesOf } from './tiles.ts'
import { inclusionProof } from './tree.ts'

/** The content of a document's evidence besides the trail. */
export type EvidenceFacts = Pick<EvidenceFile, 'level' | 'organization' | 'agreement' | 'link' | 'submission'>

/** The evidence file, and the number of rows in it. */
export type Evidence = { bytes: Buffer; rows: number }

/**
 * The evidence file of a trail: its rows, their openings, and a proof of each row against the newest head, or the
 * newest cosigned one. Equal head and trail give equal bytes.
 * Throws `log_pending` until all rows are in the log, which takes about a second.
 */
export async function writeEvidence(
  ctx: Context,
  chain: Id,
  facts: EvidenceFacts,
  isWitnessed: boolean,
): Promise<Evidence> {
  const newest = await readHead(ctx.db, ctx.organizationId)
  const head = isWitnessed ? newest?.witnessed : newest
  const rows = await readRows(ctx, chain)
  const isPending = rows.some(({ leaf }) => leaf === null || leaf >= (head?.size ?? 0))
  if (!newest || !head || isPending)
    throw new DomainError('conflict', 'log_pending', say('log_pending'), { retryAfterSeconds: 2 })
  const keys = await openPersonKeys(
    ctx,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  const nodes = nodesOf(ctx.db, ctx.organizationId)
  const entries: EvidenceEntry[] = []
  for (const row of rows) {
    const leaf = row.leaf ?? 0
    const proof = await inclusionProof(leaf, head.size, nodes)
    const [entry, whole] = [entryOf(row).toString(), canonicalRow(row)]
    entries.push({
      leaf,
      proof: proof.map((hash) => hash.toString('base64')),
      entry,
      ...(entry !== whole && { row: whole }),
      openings: openingsOf(row, keys) ?? {},
    })
  }
  const trail = { checkpoint: head.checkpoint, entries }
  const file: EvidenceFile = { format: evidenceFormat, origin: newest.origin, ...facts, trail }
  return { bytes: Buffer.from(canonicalJson(file)), rows: entries.length }
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number] &
  Pick<Selectable<Tables['audit_events']>, 'person_id' | 'personal'> & { leaf: number | null }

function readRows(ctx: Context, chain: Id): Promise<Row[]> {
  return selectEntries(ctx.db)
    .leftJoin('evidence_leaves as leaf', (join) =>
      join
        .onRef('leaf.organization_id', '=', 'audit_events.organization_id')
        .onRef('leaf.audit_event_id', '=', 'audit_events.id'),
    )
    .select(['leaf.leaf', 'person_id', 'personal'])
    .where('audit_events.organization_id', '=', ctx.organizationId)
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute()
}
