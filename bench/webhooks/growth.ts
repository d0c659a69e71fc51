import pg from 'pg'
import type { Case } from '../result.ts'
import type { Stand } from './stand.ts'

const rounds = 3
const batches = 60
const batchSize = 128
const backlogs = { small: 10_000, large: Number(process.env.BENCH_BACKLOG ?? 1_000_000) }
const webhookCounts = { small: 1, large: 10_000 }

/** Cost per delivery in the database (claim, body, completion), with backlog and number of webhooks small and large. */
export async function measureGrowth(stand: Stand): Promise<Case[]> {
  const client = new pg.Client({ connectionString: stand.setting.databaseUrl })
  await client.connect()
  const cost = async (backlog: number, webhooks: number) => {
    const samples = []
    await fill(client, backlog, webhooks)
    for (let round = 0; round < rounds; round++) samples.push(await drainSome(client))
    await clear(client)
    console.log(`growth ${backlog} events, ${webhooks} webhooks: ${samples.map((one) => one.toFixed(0)).join(', ')} µs`)
    return samples
  }
  const base = await cost(backlogs.small, webhookCounts.small)
  const deep = await cost(backlogs.large, webhookCounts.small)
  const wide = await cost(backlogs.small * 4, webhookCounts.large)
  await client.end()
  const about = { unit: 'µs', better: 'lower' } as const
  return [
    {
      case: `growth: a backlog of ${backlogs.large} events, against ${backlogs.small}`,
      ours: deep,
      peer: base,
      ...about,
    },
    {
      case: `growth: ${webhookCounts.large} webhooks, against ${webhookCounts.small}`,
      ours: wide,
      peer: base,
      ...about,
    },
  ]
}

async function fill(client: pg.Client, backlog: number, webhooks: number): Promise<void> {
  await client.query(
    `insert into organizations (id, slug, name, created_at, updated_at)
    select gen_random_uuid(), 'growth-' || n, 'growth', now(), now() from generate_series(1, $1::int) n`,
    [Math.ceil(webhooks / 100)],
  )
  await client.query(
    `insert into webhooks (organization_id, id, destination_url, event_types, api_version, secret, max_concurrency, created_at, updated_at)
    select o.id, gen_random_uuid(), 'https://receiver.example/', '{verification}', '2.2', '\\x00', 1000, now(), now()
    from organizations o, generate_series(1, least(100, $1::int)) where o.slug like 'growth-%'`,
    [webhooks],
  )
  await client.query(`insert into webhook_lanes (organization_id, webhook_id) select organization_id, id from webhooks
    where destination_url = 'https://receiver.example/'`)
  await client.query(
    `
    with numbered as (select organization_id, id, row_number() over () - 1 as place from webhooks
                      where destination_url = 'https://receiver.example/'),
    made as (
      insert into events (organization_id, id, type, subject_type, subject_id, data, occurred_at)
      select w.organization_id, overlay(gen_random_uuid()::text placing substr(first_id_at(now())::text, 1, 13) from 1)::uuid,
        'verification', 'verification', gen_random_uuid(), jsonb_build_object('n', n, 'webhook', w.id), now()
      from generate_series(1, $1::int) n join numbered w on w.place = n % $2::int returning organization_id, id, data)
    insert into open_deliveries (organization_id, webhook_id, event_id)
    select organization_id, (data->>'webhook')::uuid, id from made`,
    [backlog, webhooks],
  )
  await client.query('vacuum analyze')
}

/** Microseconds per delivery. */
async function drainSome(client: pg.Client): Promise<number> {
  let delivered = 0
  const start = performance.now()
  for (let batch = 0; batch < batches; batch++) {
    const { rows } = await client.query({
      name: 'claim',
      text: 'select * from claim_deliveries($1, $2)',
      values: [1, batchSize],
    })
    if (!rows.length) break
    await client.query({
      name: 'complete',
      text: 'select * from complete_deliveries(1, $1, false)',
      values: [JSON.stringify(rows.map(toResult))],
    })
    delivered += rows.length
  }
  return ((performance.now() - start) * 1_000) / delivered
}

function toResult(row: { organization_id: string; webhook_id: string; event_id: string }) {
  const { organization_id, webhook_id, event_id } = row
  const outcome = {
    state: 'delivered',
    delay_ms: 0,
    pause_ms: 0,
    disable: false,
    outcome: 'delivered',
    http_status: 200,
  }
  return { organization_id, webhook_id, event_id, ...outcome, started_at: new Date(), duration_ms: 1 }
}

async function clear(client: pg.Client): Promise<void> {
  await client.query('truncate events, event_bodies, closed_deliveries, attempts, open_deliveries')
  await client.query("delete from organizations where slug like 'growth-%'")
  await client.query('vacuum analyze')
}
