import type pg from 'pg'
import type { RenderBody } from '../core/webhooks/index.ts'
import { encodeByteaArray } from './bytea-array.ts'
import type { Claim } from './claim.ts'

type Key = { organizationId: string; eventId: string; apiVersion: string }
type Rendered = Key & { body: Buffer }

/**
 * Gives each claim its bytes: the stored ones, or freshly rendered ones that are stored before anything is sent, so
 * that every retry, and every webhook of the same API version, gets the same bytes. Claims whose body cannot be
 * rendered come back in `broken`.
 */
export async function settleBodies(
  pool: pg.Pool,
  claims: Claim[],
  render: RenderBody,
): Promise<{ ready: { claim: Claim; body: Buffer }[]; broken: { claim: Claim; error: unknown }[] }> {
  const fresh = new Map<string, Rendered>()
  const broken: { claim: Claim; error: unknown }[] = []
  for (const claim of claims) {
    if (claim.body || fresh.has(keyOf(claim))) continue
    try {
      fresh.set(keyOf(claim), { ...identify(claim), body: render(claim.event, { apiVersion: claim.apiVersion }) })
    } catch (error) {
      broken.push({ claim, error })
    }
  }
  const stored = fresh.size ? await storeBodies(pool, [...fresh.values()]) : new Map<string, Buffer>()
  const ready = claims.flatMap((claim) => {
    const body = claim.body ?? stored.get(keyOf(claim))
    return body ? [{ claim, body }] : []
  })
  return { ready, broken }
}

// Another worker may have stored the body of the same event in the meantime; then its bytes are the ones.
async function storeBodies(pool: pg.Pool, rendered: Rendered[]): Promise<Map<string, Buffer>> {
  const columns = [
    rendered.map((one) => one.organizationId),
    rendered.map((one) => one.eventId),
    rendered.map((one) => one.apiVersion),
    encodeByteaArray(rendered.map((one) => one.body)),
  ]
  const { rows } = await pool.query<{ event_id: string; api_version: string }>({
    name: 'store_bodies',
    text: `insert into event_bodies (organization_id, event_id, api_version, body)
           select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[])
           on conflict do nothing returning event_id, api_version`,
    values: columns,
  })
  const bodies = new Map(rendered.map((one) => [`${one.eventId} ${one.apiVersion}`, one.body]))
  if (rows.length === rendered.length) return bodies
  const mine = new Set(rows.map((row) => `${row.event_id} ${row.api_version}`))
  const theirs = rendered.filter((one) => !mine.has(`${one.eventId} ${one.apiVersion}`))
  for (const row of await readBodies(pool, theirs)) bodies.set(`${row.event_id} ${row.api_version}`, row.body)
  return bodies
}

async function readBodies(pool: pg.Pool, keys: Key[]) {
  const { rows } = await pool.query<{ event_id: string; api_version: string; body: Buffer }>(
    `select b.event_id, b.api_version, b.body from event_bodies b
     join unnest($1::uuid[], $2::uuid[], $3::text[]) as k (organization_id, event_id, api_version)
       on (b.organization_id, b.event_id, b.api_version) = (k.organization_id, k.event_id, k.api_version)`,
    [keys.map((key) => key.organizationId), keys.map((key) => key.eventId), keys.map((key) => key.apiVersion)],
  )
  return rows
}

function identify(claim: Claim): Key {
  return { organizationId: claim.organizationId, eventId: claim.event.id, apiVersion: claim.apiVersion }
}

function keyOf(claim: Claim): string {
  return `${claim.event.id} ${claim.apiVersion}`
}
