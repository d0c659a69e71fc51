import { createRealPostgres } from '../test/support/real-postgres.ts'
import { measureReads } from './lists/reads.ts'
import { openWorld, type World } from './lists/world.ts'
import { measureWrites, writeCases } from './lists/writes.ts'
import type { Case } from './result.ts'
import { percentile, summarize } from './result.ts'

const small = 10_000
const settings = ['shared_buffers=2GB', 'max_wal_size=8GB', 'checkpoint_timeout=15min', 'effective_cache_size=8GB']

/**
 * Lists of verifications in an organization with a million rows (and BENCH_ROWS) beside one with 10,000:
 * milliseconds of the whole HTTP call, in turns. Then writes, with and without the counts of lists.
 * BENCH_DATABASE_URL names a server whose databases are kept; it needs a superuser.
 */
export async function run(only: readonly string[]): Promise<Case[]> {
  const given = process.env.BENCH_DATABASE_URL
  const own = given ? null : await createRealPostgres(settings)
  await own?.start()
  const server = given ?? own?.url ?? ''
  try {
    const sizes = [...new Set([small, 1_000_000, Number(process.env.BENCH_ROWS ?? 0)])].filter((rows) => rows > 0)
    const worlds: World[] = []
    for (const rows of sizes) worlds.push(await openWorld(server, rows))
    const reads = await measureReads(worlds, only)
    const isWriting = only.length === 0 || only.some((name) => writeCases.includes(name))
    const writes = isWriting ? await measureWrites(server) : []
    const cases = [...reads, ...writes]
    for (const one of cases) tell(one)
    return cases
  } finally {
    await own?.stop()
  }
}

function tell(one: Case): void {
  const { case: name, ours, peer, ratio, unit } = summarize(one)
  const tails = `p95 ${percentile(one.ours, 95).toFixed(1)} and ${percentile(one.peer, 95).toFixed(1)}`
  console.log(`${name}: p50 ${ours} and ${peer} ${unit}, ${tails}, ratio ${ratio}. ${one.plan ?? ''}`)
}
