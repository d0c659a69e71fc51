import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createVault } from '../../src/core/vault.ts'
import { secretPurpose } from '../../src/core/webhooks/webhook.ts'
import type { Case } from '../result.ts'
import { cpuMsOf } from './cpu.ts'
import type { EngineProcess, Stand } from './stand.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const backlogs = { small: 1_000, large: Number(process.env.BENCH_BACKLOG ?? 1_000_000) }
const webhookCounts = { small: 1, large: 10_000 }
const perSample = 5_000
const warmUp = 10_000

/**
 * The cost of one event with a small and a large backlog, and with few and many webhooks: µs of CPU time of the
 * engine and its database connections for each arrival. The backlog is made by SQL, and nothing else runs.
 */
export async function measureGrowth(stand: Stand): Promise<Case[]> {
  const client = new pg.Client({ connectionString: stand.setting.databaseUrl })
  await client.connect()
  const inState = async (what: string, webhooks: number, measure: () => Promise<number[]>) => {
    await clear(client)
    await makeWebhooks(client, webhooks, `${stand.setting.receiverUrl}/hook`)
    const samples = await measure()
    console.log(`growth, ${what}: ${samples.map((one) => one.toFixed(0)).join(', ')} µs`)
    return samples
  }
  try {
    const many = () => drainOne(stand, client, warmUp + (rounds + 1) * perSample)
    const deep = await inState(`a backlog of ${backlogs.large}`, webhookCounts.small, () =>
      drainOne(stand, client, backlogs.large),
    )
    const shallow = await inState(`backlogs of ${backlogs.small}`, webhookCounts.small, () => drainOften(stand, client))
    const wide = await inState(`${webhookCounts.large} webhooks`, webhookCounts.large, many)
    const narrow = await inState(`${webhookCounts.small} webhook`, webhookCounts.small, many)
    const about = { unit: 'µs', better: 'lower' } as const
    return [
      { case: `growth: ${backlogs.large} events, against ${backlogs.small}`, ours: deep, peer: shallow, ...about },
      { case: `growth: ${webhookCounts.large} webhooks, against 1`, ours: wide, peer: narrow, ...about },
    ]
  } finally {
    await client.end()
  }
}

async function drainOne(stand: Stand, client: pg.Client, backlog: number): Promise<number[]> {
  await addEvents(client, backlog)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  await stand.reset()
  const engine = await stand.open('ours')
  await engine.ask({ do: 'start' })
  const samples = []
  await stand.counted(warmUp)
  for (let round = 0; round < rounds; round++) samples.push(await sample(stand, client, engine, perSample))
  await engine.kill()
  return samples
}

async function drainOften(stand: Stand, client: pg.Client): Promise<number[]> {
  await client.query('vacuum analyze')
  await stand.reset()
  const engine = await stand.open('ours')
  await engine.ask({ do: 'start' })
  const samples = []
  for (let round = -warmUp / perSample; round < rounds; round++) {
    const cost = await sample(stand, client, engine, perSample, async () => {
      for (let added = 0; added < perSample; added += backlogs.small) {
        const { count } = await stand.report()
        await addEvents(client, backlogs.small)
        await stand.counted(count + backlogs.small)
      }
    })
    if (round >= 0) samples.push(cost)
  }
  await engine.kill()
  return samples
}

/** µs of CPU time per event, over this number of arrivals. */
async function sample(
  stand: Stand,
  client: pg.Client,
  engine: EngineProcess,
  events: number,
  work = async (from: number): Promise<void> => void (await stand.counted(from + events)),
): Promise<number> {
  const { count } = await stand.report()
  const start = await cpuMs(client, engine)
  await work(count)
  const used = (await cpuMs(client, engine)) - start
  return (used * 1_000) / ((await stand.report()).count - count)
}

async function cpuMs(client: pg.Client, engine: EngineProcess): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where application_name = 'sealane delivery'",
  )
  return cpuMsOf([engine.pid, ...rows.map((row) => row.pid)])
}

async function makeWebhooks(client: pg.Client, count: number, url: string): Promise<void> {
  const vault = createVault(Buffer.alloc(32, 1))
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  const secrets = ids.map((id) => vault.seal(secretPurpose(id), randomBytes(32)))
  await client.query(
    `with owners as (
      insert into organizations (id, slug, name, created_at, updated_at)
      select gen_random_uuid(), 'growth-' || n, 'growth', now(), now() from generate_series(0, ($4::int - 1) / 100) n
      returning id, slug
    ), made as (
      insert into webhooks (organization_id, id, destination_url, event_types, api_version, secret, max_concurrency,
        created_at, updated_at)
      select o.id, w.id, $1, '{verification}', '2.2', w.secret, 1000, now(), now()
      from unnest($2::uuid[], $3::bytea[]) with ordinality as w (id, secret, n)
      join owners o on o.slug = 'growth-' || (w.n - 1) / 100
      returning organization_id, id
    )
    insert into webhook_lanes (organization_id, webhook_id) select organization_id, id from made`,
    [url, ids, secrets, count],
  )
}

/** One event for each delivery, over all webhooks in turn, with a body of about 1 KiB. */
async function addEvents(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `with numbered as materialized (
      select organization_id, id, row_number() over () - 1 as place, count(*) over () as total
      from webhooks where api_version = '2.2' and destination_url like '%/hook'
        and organization_id in (select id from organizations where slug like 'growth-%')
    ), made as (
      insert into events (organization_id, id, type, subject_type, subject_id, data, occurred_at)
      select w.organization_id,
        overlay(gen_random_uuid()::text placing substr(first_id_at(clock_timestamp())::text, 1, 13) from 1)::uuid,
        'verification', 'verification', gen_random_uuid(),
        jsonb_build_object('n', n, 'webhook', w.id, 'pad', repeat('x', 850)), now()
      from generate_series(1, $1::int) n join numbered w on w.place = n % w.total
      returning organization_id, id, data)
    insert into open_deliveries (organization_id, webhook_id, event_id)
    select organization_id, (data ->> 'webhook')::uuid, id from made`,
    [count],
  )
}

async function clear(client: pg.Client): Promise<void> {
  await client.query('truncate events, event_bodies, closed_deliveries, attempts, open_deliveries')
  await client.query("delete from organizations where slug like 'growth-%'")
}
