import { sql } from 'kysely'
import type { Handle } from '../../db/index.ts'

const deltasAtOnce = 5_000

/**
 * Adds changes to the stored counts of lists (migrations/, roll_up_verifications) until nothing is left, and fills in
 * counts that searches asked for. Counts are exact without it; it keeps them fast.
 */
export async function rollUpVerifications(db: Handle): Promise<void> {
  for (let taken = deltasAtOnce; taken === deltasAtOnce; ) {
    const { rows } = await sql<{ taken: number }>`select roll_up_verifications(${deltasAtOnce}) as taken`.execute(db)
    taken = rows[0]?.taken ?? 0
  }
  await sql`select keep_searched_pieces()`.execute(db)
}
