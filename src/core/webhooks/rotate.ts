import { transaction } from '../../db/index.ts'
import type { Context } from '../context.ts'
import { type Fault, fault, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { requireFreshSignIn, requirePermission } from '../permissions.ts'
import { newSigningKey } from './asymmetric.ts'
import { recordRotation, type SecretRotation } from './list-rotations.ts'
import { formatSecret, newSecret } from './signature.ts'
import { findWebhookRow, secretPurpose, toWebhook, userOf, type Webhook, type WebhookRow } from './webhook.ts'

export const defaultOverlapHours = 24
export const maxOverlapHours = 168

/**
 * Gives a webhook a new signing secret, and a new key pair if it has one. The old keys sign too for `overlapHours` (24
 * by default, 0 to 168), so that a receiver can switch without losing deliveries. Only this reply contains the secret.
 * Throws `webhook_not_found`, `validation_failed`, `sign_in_again`.
 */
export async function rotateSecret(
  ctx: Context,
  id: Id,
  overlapHours: number = defaultOverlapHours,
): Promise<{ webhook: Webhook; rotation: SecretRotation; secret: string }> {
  requirePermission(ctx, 'webhooks:write')
  requireFreshSignIn(ctx)
  refuseFaults(findRotationFaults({ overlapHours }))
  return transaction(ctx, async (inner) => {
    const { columns, secret } = newSecretOf(inner, await findWebhookRow(inner, id, 'for update'), overlapHours)
    const row = await inner.db
      .updateTable('webhooks')
      .set({ ...columns, updated_by: userOf(inner), updated_at: inner.now })
      .where('organization_id', '=', inner.organizationId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return { webhook: toWebhook(row), rotation: await recordRotation(inner, id, overlapHours), secret }
  })
}

/** The columns of a new secret for a locked webhook, and the secret to show once. */
export function newSecretOf(ctx: Context, before: WebhookRow, overlapHours: number) {
  const secret = newSecret()
  const columns = {
    secret: ctx.vault.seal(secretPurpose(before.id), secret),
    previous_secret: before.secret,
    previous_secret_expires_at: new Date(ctx.now.getTime() + overlapHours * 3_600_000),
    previous_signing_key: before.signing_key,
    previous_signing_public_key: before.signing_public_key,
    ...(before.signing_key && newSigningKey(ctx.vault, before.id)),
  }
  return { columns, secret: formatSecret(secret) }
}

function findRotationFaults({ overlapHours = 0 }: { overlapHours?: number }): Fault[] {
  if (Number.isInteger(overlapHours) && overlapHours >= 0 && overlapHours <= maxOverlapHours) return []
  return [fault(['overlapHours'], 'range', { least: 0, most: maxOverlapHours, value: overlapHours })]
}
