import { onTestFinished } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import { createDeliveryRules, type Send } from '../../src/core/webhooks/index.ts'
import { settleBodies } from '../../src/delivery/bodies.ts'
import type { Claim } from '../../src/delivery/claim.ts'
import { createCompleter } from '../../src/delivery/complete.ts'
import { database, vault } from './organization.ts'

/**
 * Sends the waiting deliveries of one organization, and records the results. Failures are final at once. Returns the
 * number of sent ones. An engine would take every due delivery of the database, which other tests use too.
 */
export async function deliverOf({ organizationId }: Pick<Context, 'organizationId'>, send: Send): Promise<number> {
  const { pool } = database
  const lost = new AbortController().signal
  const rules = createDeliveryRules({ vault, send, waits: [] })
  const { rows } = await pool.query<{ worker: number }>(`select nextval('delivery_worker_numbers')::integer as worker`)
  const worker = rows[0]?.worker ?? 0
  const faults: unknown[] = []
  const onError = (error: unknown) => void faults.push(error)
  const completer = createCompleter({ pool, worker, lost, isBusy: () => false, onFreed: () => {}, onError })
  const { ready, broken } = await settleBodies(pool, await claim(worker, organizationId), rules.render)
  for (const { claim, body } of ready) {
    const began = { claim, startedAt: new Date(), durationMs: 5 }
    completer.add({ ...began, ...(await rules.attempt(claim, body, lost)) })
  }
  await completer.drain()
  for (const fault of [...faults, ...broken]) throw fault
  return ready.length
}

/** Sends deliveries as they come, until the test ends. */
export function keepDelivering(ctx: Context, send: Send): void {
  let isOn = true
  const running = (async () => {
    while (isOn) if ((await deliverOf(ctx, send)) === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  })()
  onTestFinished(async () => {
    isOn = false
    await running
  })
}

async function claim(worker: number, organizationId: string): Promise<Claim[]> {
  const { rows } = await database.pool.query(
    `with mine as (
       update open_deliveries d set claimed_by = $1, claimed_at = delivery_clock(), sequence = coalesce(d.sequence, d.position),
         body_version = coalesce(d.body_version, w.api_version)
       from webhooks w
       where d.organization_id = $2 and d.claimed_by is null and d.due_at <= delivery_clock()
         and w.organization_id = d.organization_id and w.id = d.webhook_id
       returning d.*, d.attempts - d.attempts_before as tries)
     select d.organization_id as "organizationId", d.webhook_id as "webhookId", d.sequence::int, d.attempts, d.tries, false as ordered,
       d.body_version as "apiVersion", w.destination_url as "destinationUrl", w.secret, w.previous_secret as "previousSecret",
       w.previous_secret_expires_at as "previousSecretExpiresAt", w.signing_key as "signingKey",
       w.previous_signing_key as "previousSigningKey", w.connection,
       json_build_object('id', e.id, 'type', e.type, 'data', e.data, 'isTest', e.is_test) as event, e.occurred_at as at
     from mine d join webhooks w on w.organization_id = d.organization_id and w.id = d.webhook_id
     join events e on e.organization_id = d.organization_id and e.id = d.event_id order by d.position`,
    [worker, organizationId],
  )
  return rows.map(({ event, at, ...row }) => ({ ...row, event: { ...event, occurredAt: at } }))
}
