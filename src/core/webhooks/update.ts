import { transaction } from '../../db/index.ts'
import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, notFound, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { newSigningKey } from './asymmetric.ts'
import { findKeptFaults, sealConnection } from './connection.ts'
import { findFilterFaults, storeFilters } from './filters.ts'
import { recordRotation } from './list-rotations.ts'
import { findMoveFaults, isMove } from './move.ts'
import { writePlain } from './plain-members.ts'
import { askRecipients } from './recipients.ts'
import { defaultOverlapHours, newSecretOf } from './rotate.ts'
import { findWebhookFaults, normalizeEventTypes, type UrlGuard, type WebhookInput } from './validate.ts'
import { findWebhookRow, toWebhook, userOf, type Webhook, type WebhookRow } from './webhook.ts'

/**
 * A changed webhook. It says what happened to its signing secret when the webhook moved to another origin or the change
 * asked for it.
 */
export type ChangedWebhook = Webhook & Partial<Signing>
type Signing = { signingSecret: 'kept' | 'rotated'; secret?: string }

/**
 * Changes the given members. Enabling clears the failing streak. A new origin gets no stored secret, and
 * `signingSecret` keeps or rotates the secret. `allow` gets the locked webhook and may throw to prevent the change.
 * Throws `webhook_not_found`, `validation_failed`.
 */
export async function updateWebhook(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
  allow: (current: Webhook) => void = () => {},
): Promise<ChangedWebhook> {
  const { row, signing } = await changeWebhook(ctx, id, input, guard, (row) => allow(toWebhook(row)))
  return { ...toWebhook(row), ...signing }
}

/** Changes a webhook as updateWebhook does, and returns its row. */
export async function changeWebhook(
  ctx: Context,
  id: Id,
  input: WebhookInput,
  guard: UrlGuard,
  allow: (current: WebhookRow) => void,
): Promise<{ row: WebhookRow; signing: Signing | null }> {
  requirePermission(ctx, 'webhooks:write')
  const faults = [...(await findWebhookFaults(input, guard)), ...(await findFilterFaults(ctx, input.filters))]
  return transaction(ctx, async (inner) => {
    const before = await findWebhookRow(inner, id, 'for update')
    allow(before)
    refuseFaults([...faults, ...findStoredFaults(inner, before, input)])
    const rotation = input.signingSecret === 'rotate' ? newSecretOf(inner, before, defaultOverlapHours) : null
    const row = await inner.db
      .updateTable('webhooks')
      .set({
        ...changesOf(inner, input, before),
        ...rotation?.columns,
        updated_by: userOf(inner),
        updated_at: inner.now,
      })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    if (row.service_status && !before.service_status) await forgetFailures(inner, id)
    await askRecipients(inner, input.notificationEmails)
    const { destinationUrl } = input
    await recordAudit(inner, {
      action: 'webhook.updated',
      subject: { type: 'webhook', id },
      data: { changed: Object.keys(input).sort(), ...(destinationUrl === undefined ? {} : { destinationUrl }) },
    })
    if (rotation) await recordRotation(inner, id, defaultOverlapHours)
    return { row, signing: describeSigning(before, input, rotation) }
  })
}

// The faults of a change that depend on what is stored.
function findStoredFaults({ vault }: Context, before: WebhookRow, input: WebhookInput): Fault[] {
  return [
    ...findKeptFaults(vault, before.id, input.connection, before.connection),
    ...findMoveFaults(vault, before, input),
  ]
}

function describeSigning(before: WebhookRow, input: WebhookInput, rotation: { secret: string } | null): Signing | null {
  if (rotation) return { signingSecret: 'rotated', secret: rotation.secret }
  return isMove(before, input) || input.signingSecret ? { signingSecret: 'kept' } : null
}

/** Deletes a webhook and its pending deliveries. Throws `webhook_not_found`. */
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

function changesOf(ctx: Context, input: WebhookInput, before: WebhookRow) {
  const { destinationUrl, eventTypes, notificationEmails, serviceStatus } = input
  return {
    ...(destinationUrl !== undefined && { destination_url: destinationUrl }),
    ...(eventTypes !== undefined && { event_types: normalizeEventTypes(eventTypes) }),
    ...(notificationEmails !== undefined && { notification_emails: [...(notificationEmails ?? [])] }),
    ...(serviceStatus === true && { service_status: true, disabled_at: null, disabled_reason: null }),
    ...(serviceStatus === false &&
      before.service_status && { service_status: false, disabled_at: ctx.now, disabled_reason: 'user' as const }),
    ...writePlain(input),
    ...(input.asymmetric === true && !before.signing_key && newSigningKey(ctx.vault, before.id)),
    ...(input.asymmetric === false && {
      signing_key: null,
      signing_public_key: null,
      previous_signing_key: null,
      previous_signing_public_key: null,
    }),
    ...(input.filters !== undefined && { filters: storeFilters(input.filters) }),
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
