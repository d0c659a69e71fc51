import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../src/db/index.ts'
import { createDatabase } from './support/database.ts'
import { writeManyVerifications } from './support/many-verifications.ts'

/** The stored counts, and the counts of the rows, as sorted lines. */
const counts = [
  [
    'select kind, n::int from verification_counts order by 1',
    'select kind, count(*)::int as n from verifications where deleted_at is null group by 1 order by 1',
  ],
  [
    'select agreement_link_id as link, kind, n::int from verification_link_counts order by 1, 2',
    `select agreement_link_id as link, kind, count(*)::int as n from verifications
     where deleted_at is null and agreement_link_id is not null group by 1, 2 order by 1, 2`,
  ],
  [
    'select level, since, n::int from verification_stretches where along = 1 order by 1, 2',
    `select level, date_trunc(unit, updated_at, 'UTC') as since, count(*)::int as n from verifications
     cross join (values (0::smallint, 'month'), (1, 'day'), (2, 'hour')) levels (level, unit) where deleted_at is null group by 1, 2 order by 1, 2`,
  ],
  [
    'select kind, level, since, n::int from verification_stretches where along = 0 and kind >= 0 order by 1, 2, 3',
    `select kind, level, date_trunc(unit, created_at, 'UTC') as since, count(*)::int as n from verifications
     cross join (values (0::smallint, 'month'), (1, 'day'), (2, 'hour')) levels (level, unit) where deleted_at is null group by 1, 2, 3 order by 1, 2, 3`,
  ],
  [
    'select id, kind from searched_ids order by 1',
    'select id, kind from verifications where deleted_at is null order by 1',
  ],
] as const

test('recount_verifications counts rows that were written without triggers', async () => {
  const url = await createDatabase()
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  const organizationId = randomUUID()
  await client.query(
    `insert into organizations (id, slug, name, created_at, updated_at) values ($1, 'many', 'Many', now(), now())`,
    [organizationId],
  )
  const [first, last] = [new Date('2026-01-30T00:00:00Z'), new Date('2026-02-03T00:00:00Z')]
  await client.query('alter table verifications disable trigger user')
  await writeManyVerifications(client, { organizationId, rows: 150, links: 3, first, last })
  await client.query('select recount_verifications(), refill_searched_ids()')
  await expectCounted(client)
  await client.query('alter table verifications enable trigger user')
  await writeManyVerifications(client, { organizationId, rows: 150, links: 3, first, last, seed: 'more' })
  await client.query('update verifications set deleted_at = now() where is_scan')
  await client.query('select roll_up_verifications(1000)')
  await expectCounted(client)
})

async function expectCounted(client: pg.Client): Promise<void> {
  for (const [kept, plain] of counts) expect((await client.query(kept)).rows).toEqual((await client.query(plain)).rows)
}
