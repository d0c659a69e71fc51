import { sql } from 'kysely'
import type { Handle } from '../../db/index.ts'

const deltasAtOnce = 5_000

/**
 * Adds what changed to the counts that lists are read by (migrations/, roll_up_verifications), until nothing is left or
 * another process does it, and counts what searches wished for. Counts are exact without it; it keeps them quick.
 */
export async function rollUpVerifications(db: Handle): Promise<void> {
  for (let taken = deltasAtOnce; taken === deltasAtOnce; ) {
    const { rows } = await sql<{ taken: number }>`select roll_up_verifications(${deltasAtOnce}) as taken`.execute(db)
    taken = rows[0]?.taken ?? 0
  }
  await sql`select keep_searched_pieces()`.execute(db)
}
