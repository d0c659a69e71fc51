import { type Selectable, sql } from 'kysely'
import { type Handle, type Tables, transaction } from '../../db/index.ts'
import { enqueueJob } from '../../jobs/enqueue.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import type { Id } from '../ids.ts'

/** The states about which the owners of a webhook are mailed, each at most once in a failing streak. */
export type HealthState = 'failing' | 'warned' | 'disabled' | 'recovered'

export const mailJob = 'webhook.mail'
const hourMs = 3_600_000
const failuresUntilMail = 5
const oldUntilMailMs = hourMs
const warnAfterMs = 96 * hourMs
const disableAfterMs = 120 * hourMs
/** The same state is reported at most once within this time, however often a webhook is turned off and on. */
const tellAgainAfterMs = 24 * hourMs

type Lane = Selectable<Tables['webhook_lanes']>
type Reviewed = Pick<
  Lane,
  'organization_id' | 'webhook_id' | 'failing_since' | 'consecutive_failures' | 'mailed_state'
> & { service_status: boolean; disabled_reason: string | null }

/**
 * Reviews every webhook that fails, or failed until now. Mails each new state, and disables a webhook that has only
 * failed for 5 days (Standard Webhooks: tell by another channel, then disable). Runs on the system handle.
 */
export async function reviewHealth(db: Handle, now: Date): Promise<void> {
  const lanes = await db
    .selectFrom('webhook_lanes as lane')
    .innerJoin('webhooks as webhook', (join) =>
      join.onRef('webhook.organization_id', '=', 'lane.organization_id').onRef('webhook.id', '=', 'lane.webhook_id'),
    )
    .select([
      'lane.organization_id',
      'lane.webhook_id',
      'lane.failing_since',
      'lane.consecutive_failures',
      'lane.mailed_state',
      'webhook.service_status',
      'webhook.disabled_reason',
    ])
    .where((where) =>
      where.or([
        where('lane.failing_since', 'is not', null),
        where('lane.mailed_state', 'in', ['failing', 'warned', 'disabled']),
      ]),
    )
    .execute()
  for (const lane of lanes) await reviewLane(db, lane, now)
}

/** The present state of a webhook; null when there is nothing to report. */
function stateOf(lane: Omit<Reviewed, 'organization_id' | 'webhook_id'>, now: Date): HealthState | null {
  const { failing_since: since, mailed_state: mailed } = lane
  if (!lane.service_status) return lane.disabled_reason === 'user' ? null : 'disabled'
  if (!since) return mailed && mailed !== 'recovered' ? 'recovered' : null
  const ageMs = now.getTime() - since.getTime()
  if (ageMs >= disableAfterMs) return 'disabled'
  if (ageMs >= warnAfterMs) return 'warned'
  return lane.consecutive_failures >= failuresUntilMail || ageMs >= oldUntilMailMs ? 'failing' : null
}

async function reviewLane(db: Handle, lane: Reviewed, now: Date): Promise<void> {
  const state = stateOf(lane, now)
  if (!state || state === lane.mailed_state) return
  const { organization_id: organizationId, webhook_id: webhookId } = lane
  await transaction({ db }, async (inner) => {
    if (state === 'disabled') await switchOff(inner.db, organizationId, webhookId, now)
    const { numUpdatedRows } = await inner.db
      .updateTable('webhook_lanes')
      .set({ mailed_state: state, told: sql`told || jsonb_build_object(${state}::text, ${now}::timestamptz)` })
      .where('organization_id', '=', organizationId)
      .where('webhook_id', '=', webhookId)
      .where(sql<boolean>`mailed_state is distinct from ${state}`)
      .where(
        sql<boolean>`coalesce((told->>${state})::timestamptz, '-infinity') <= ${new Date(now.getTime() - tellAgainAfterMs)}`,
      )
      .executeTakeFirst()
    if (!numUpdatedRows) return
    await enqueueJob(inner.db, mailJob, { organizationId, webhookId, state })
    await announce({ db: inner.db, organizationId, now }, webhookId, state)
  })
}

// Records an event for other webhooks as often as the owners are mailed. The webhook never gets its own event, so two
// failing webhooks report each other once and stop.
async function announce(ctx: Pick<Context, 'db' | 'organizationId' | 'now'>, webhookId: Id, state: HealthState) {
  if (state !== 'failing' && state !== 'disabled') return
  const { service_status, disabled_at, disabled_reason, ...lane } = await ctx.db
    .selectFrom('webhooks as webhook')
    .innerJoin('webhook_lanes as lane', (join) =>
      join.onRef('lane.organization_id', '=', 'webhook.organization_id').onRef('lane.webhook_id', '=', 'webhook.id'),
    )
    .select(['service_status', 'disabled_at', 'disabled_reason', 'failing_since', 'consecutive_failures'])
    .where('webhook.organization_id', '=', ctx.organizationId)
    .where('webhook.id', '=', webhookId)
    .executeTakeFirstOrThrow()
  await recordEvent(
    ctx,
    `webhook.${state}`,
    { type: 'webhook', id: webhookId },
    {
      webhookId,
      serviceStatus: service_status,
      failingSince: lane.failing_since,
      consecutiveFailures: lane.consecutive_failures,
      disabledAt: disabled_at,
      disabledReason: disabled_reason,
    },
  )
}

async function switchOff(db: Handle, organizationId: Id, webhookId: Id, now: Date): Promise<void> {
  await db
    .updateTable('webhooks')
    .set({ service_status: false, disabled_at: now, disabled_reason: 'failing', updated_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', '=', webhookId)
    .where('service_status', '=', true)
    .execute()
}
