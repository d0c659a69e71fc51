import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { newSigningKey } from './asymmetric.ts'
import { findKeptFaults, sealConnection } from './connection.ts'
import { formatSecret, newSecret } from './signature.ts'
import { findWebhookFaults, normalizeEventTypes, type UrlGuard, type WebhookInput } from './validate.ts'
import { findWebhookRow, secretPurpose, toWebhook, userOf, type Webhook, type WebhookRow } from './webhook.ts'

const defaultOverlapHours = 24
const maxOverlapHours = 168

/**
 * Changes the members that are given; the others stay. Switching service_status on again clears the failing streak.
 * `allow` judges the webhook as it is, locked, and throws to leave it so. Throws `webhook_not_found`, or
 * `validation_failed` with all faults.
 */
export async function updateWebhook(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
  allow: (current: Webhook) => void = () => {},
): Promise<Webhook> {
  return toWebhook(await changeWebhook(ctx, id, input, guard, (row) => allow(toWebhook(row))))
}

/** updateWebhook, on rows. */
export async function changeWebhook(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
  allow: (current: WebhookRow) => void,
): Promise<WebhookRow> {
  requirePermission(ctx, 'webhooks:write')
  const faults = await findWebhookFaults(input, guard)
  return transaction(ctx, async (inner) => {
    const before = await findWebhookRow(inner, id, 'for update')
    allow(before)
    refuseFaults([...faults, ...findKeptFaults(inner.vault, id, input.connection, before.connection)])
    const row = await inner.db
      .updateTable('webhooks')
      .set({ ...changesOf(inner, input, before), updated_by: userOf(inner), updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (row.service_status && !before.service_status) await forgetFailures(inner, id)
    await recordAudit(inner, {
      action: 'webhook.updated',
      subject: { type: 'webhook', id },
      data: { changed: Object.keys(input).sort() },
    })
    return row
  })
}

/** Every fault of changes of a webhook. Throws `webhook_not_found`. */
export async function findWebhookChangeFaults(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
): Promise<Fault[]> {
  const { connection } = await findWebhookRow(ctx, id)
  return [...(await findWebhookFaults(input, guard)), ...findKeptFaults(ctx.vault, id, input.connection, connection)]
}

/** Deletes a webhook; what is still on its way to it is dropped. Throws `webhook_not_found`. */
export async function deleteWebhook(ctx: Context, id: Id): Promise<{ id: Id; deletedAt: Date }> {
  requirePermission(ctx, 'webhooks:write')
  return transaction(ctx, async (inner) => {
    const row = await inner.db
      .deleteFrom('webhooks')
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returning('destination_url')
      .executeTakeFirst()
    if (!row) throw notFound('webhook')
    await recordAudit(inner, {
      action: 'webhook.deleted',
      subject: { type: 'webhook', id },
      data: { destinationUrl: row.destination_url },
    })
    return { id, deletedAt: inner.now }
  })
}

/**
 * Gives a webhook a new signing secret, shown in this reply only, and a new key pair where it signs with one. The old
 * ones go on signing beside them for `overlapHours` (24 unless said, 0 to 168), so that a receiver can change over
 * without losing a delivery. Throws `webhook_not_found`, `validation_failed`.
 */
export async function rotateSecret(
  ctx: Context,
  id: Id,
  overlapHours: number = defaultOverlapHours,
): Promise<Webhook & { secret: string }> {
  requirePermission(ctx, 'webhooks:write')
  refuseFaults(findRotationFaults({ overlapHours }))
  const secret = newSecret()
  const webhook = await transaction(ctx, async (inner) => {
    const before = await findWebhookRow(inner, id, 'for update')
    const row = await inner.db
      .updateTable('webhooks')
      .set({
        secret: inner.vault.seal(secretPurpose(id), secret),
        previous_secret: before.secret,
        previous_secret_expires_at: new Date(inner.now.getTime() + overlapHours * 3_600_000),
        previous_signing_key: before.signing_key,
        previous_signing_public_key: before.signing_public_key,
        ...(before.signing_key && newSigningKey(inner.vault, id)),
        updated_by: userOf(inner),
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAudit(inner, {
      action: 'webhook.secret_rotated',
      subject: { type: 'webhook', id },
      data: { overlapHours },
    })
    return toWebhook(row)
  })
  return { ...webhook, secret: formatSecret(secret) }
}

/** Every fault of the members that are given. */
export function findRotationFaults({ overlapHours = 0 }: { overlapHours?: number }): Fault[] {
  if (Number.isInteger(overlapHours) && overlapHours >= 0 && overlapHours <= maxOverlapHours) return []
  const message = `Use a whole number from 0 to ${maxOverlapHours}.`
  return [{ path: ['overlapHours'], rule: 'range', message, value: overlapHours }]
}

function changesOf(ctx: Context, input: WebhookInput, before: WebhookRow) {
  const { destinationUrl, eventTypes, notificationEmails, serviceStatus, ordered, maxConcurrency } = input
  return {
    ...(destinationUrl !== undefined && { destination_url: destinationUrl }),
    ...(eventTypes !== undefined && { event_types: normalizeEventTypes(eventTypes) }),
    ...(notificationEmails !== undefined && { notification_emails: [...(notificationEmails ?? [])] }),
    ...(serviceStatus === true && { service_status: true, disabled_at: null, disabled_reason: null }),
    ...(serviceStatus === false &&
      before.service_status && { service_status: false, disabled_at: ctx.now, disabled_reason: 'user' as const }),
    ...(ordered !== undefined && { ordered }),
    ...(maxConcurrency !== undefined && { max_concurrency: maxConcurrency }),
    ...(input.maxPerSecond !== undefined && { max_per_second: input.maxPerSecond }),
    ...(input.asymmetric === true && !before.signing_key && newSigningKey(ctx.vault, before.id)),
    ...(input.asymmetric === false && {
      signing_key: null,
      signing_public_key: null,
      previous_signing_key: null,
      previous_signing_public_key: null,
    }),
    ...(input.connection !== undefined && {
      connection: sealConnection(ctx.vault, before.id, input.connection, before.connection),
    }),
  }
}

async function forgetFailures(ctx: Context, webhookId: Id): Promise<void> {
  await ctx.db
    .updateTable('webhook_lanes')
    .set({ consecutive_failures: 0, trips: 0, failing_since: null, open_until: null, mailed_state: null })
    .where('organization_id', '=', ctx.organizationId)
    .where('webhook_id', '=', webhookId)
    .execute()
}
