import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import { openPersonKeys } from '../people/index.ts'
import { findMisfits } from './commitment.ts'
import { type Finding, misfit } from './misfit.ts'
import { openingsOf } from './read.ts'
import { verifyChain } from './verify.ts'

/** The ids of all chains that have rows or a recorded end. */
export async function listChains(ctx: Context): Promise<Id[]> {
  const { rows } = await sql<{ chain: Id }>`
    select chain from audit_chains where organization_id = ${ctx.organizationId}
    union select chain from audit_events where organization_id = ${ctx.organizationId} order by chain`.execute(ctx.db)
  return rows.map(({ chain }) => chain)
}

/** The faults of one chain: its hashes, its recorded end, and the openings of its commitments. */
export async function inspectChain(ctx: Context, chain: Id): Promise<Finding[]> {
  const verdict = await verifyChain(ctx, chain)
  const broken: Finding[] = verdict.intact
    ? []
    : [{ what: 'chain', id: chain, misfit: misfit('chain_broken', { place: verdict.brokenAt }) }]
  return [...broken, ...(await inspectOpenings(ctx, chain))]
}

async function inspectOpenings(ctx: Context, chain: Id): Promise<Finding[]> {
  const rows = await ctx.db
    .selectFrom('audit_events')
    .select(['id', 'sequence', 'actor', 'data', 'person_id', 'personal'])
    .where('organization_id', '=', ctx.organizationId)
    .where('chain', '=', chain)
    .where('person_id', 'is not', null)
    .orderBy('sequence')
    .execute()
  const people = rows.flatMap(({ person_id }) => person_id ?? [])
  const keys = await openPersonKeys(ctx, people)
  return rows.flatMap((row): Finding[] => {
    const finding: Finding = { what: 'opening', id: chain, misfit: misfit('opening_misfits', { place: row.sequence }) }
    try {
      const openings = openingsOf(row, keys)
      const isLost = openings === undefined && row.person_id !== null && keys.has(row.person_id)
      return isLost || (openings && findMisfits(row, openings).length > 0) ? [finding] : []
    } catch {
      return [finding]
    }
  })
}
