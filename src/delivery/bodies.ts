import type pg from 'pg'
import type { RenderBody } from '../core/webhooks/index.ts'
import { encodeByteaArray } from './bytea-array.ts'
import type { Claim } from './claim.ts'

type Key = { organizationId: string; eventId: string; apiVersion: string }
type Rendered = Key & { body: Buffer }

/**
 * Gives each claim its body. A new body is stored before anything is sent, so that every retry, and every webhook of
 * the same API version, sends the same bytes. `broken` has the claims whose body cannot be rendered.
 */
export async function settleBodies(
  pool: pg.Pool,
  claims: Claim[],
  render: RenderBody,
): Promise<{ ready: { claim: Claim; body: Buffer }[]; broken: { claim: Claim; error: unknown }[] }> {
  const tried = claims.filter((claim) => claim.attempts > 0).map(identify)
  const bodies = tried.length ? await readBodies(pool, tried) : new Map<string, Buffer>()
  const fresh = new Map<string, Rendered>()
  const broken: { claim: Claim; error: unknown }[] = []
  for (const claim of claims) {
    const key = identify(claim)
    if (bodies.has(keyOf(key)) || fresh.has(keyOf(key))) continue
    try {
      fresh.set(keyOf(key), { ...key, body: render(claim.event, key) })
    } catch (error) {
      broken.push({ claim, error })
    }
  }
  const stored = fresh.size ? await storeBodies(pool, [...fresh.values()]) : bodies
  const ready = claims.flatMap((claim) => {
    const key = keyOf(identify(claim))
    const body = bodies.get(key) ?? stored.get(key)
    return body ? [{ claim, body }] : []
  })
  return { ready, broken }
}

// Another worker, or an attempt before a crash, may have stored the body already. Then the stored bytes count.
async function storeBodies(pool: pg.Pool, rendered: Rendered[]): Promise<Map<string, Buffer>> {
  const { rowCount } = await pool.query({
    name: 'store_bodies',
    text: `insert into event_bodies (organization_id, event_id, api_version, body)
           select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) on conflict do nothing`,
    values: [...keysOf(rendered), encodeByteaArray(rendered.map((one) => one.body))],
  })
  // claim_deliveries commits without waiting for the disk. This commit waits for both, so it must write something.
  if (rowCount === 0) await pool.query("select pg_logical_emit_message(true, 'sealane', '')")
  if (rowCount === rendered.length) return new Map(rendered.map((one) => [keyOf(one), one.body]))
  return readBodies(pool, rendered)
}

async function readBodies(pool: pg.Pool, keys: Key[]): Promise<Map<string, Buffer>> {
  const { rows } = await pool.query<Rendered>(
    `select b.organization_id as "organizationId", b.event_id as "eventId", b.api_version as "apiVersion", b.body
     from event_bodies b
     join unnest($1::uuid[], $2::uuid[], $3::text[]) as k (organization_id, event_id, api_version)
       on (b.organization_id, b.event_id, b.api_version) = (k.organization_id, k.event_id, k.api_version)`,
    keysOf(keys),
  )
  return new Map(rows.map((row) => [keyOf(row), row.body]))
}

// The ids and versions contain nothing that an array literal must escape.
function keysOf(keys: Key[]): string[] {
  return [
    `{${keys.map((key) => key.organizationId).join()}}`,
    `{${keys.map((key) => key.eventId).join()}}`,
    `{${keys.map((key) => key.apiVersion).join()}}`,
  ]
}

function identify(claim: Claim): Key {
  return { organizationId: claim.organizationId, eventId: claim.event.id, apiVersion: claim.apiVersion }
}

function keyOf(key: Key): string {
  return `${key.eventId} ${key.apiVersion}`
}
