import { type Insertable, sql } from 'kysely'
import { type Handle, lockUntilCommit, type ShapedQuery, type Tables, transaction } from '../../db/index.ts'
import { newestApiVersion } from '../api-versions.ts'
import { runAudited } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { DomainError, fault, invalid, refuseFaults, say } from '../errors.ts'
import { newId } from '../ids.ts'
import { requirePermission } from '../permissions.ts'
import { newSigningKey } from './asymmetric.ts'
import { findKeptFaults, sealConnection } from './connection.ts'
import { findFilterFaults, storeFilters } from './filters.ts'
import { writePlain } from './plain-members.ts'
import { askRecipients } from './recipients.ts'
import { formatSecret, newSecret } from './signature.ts'
import { findWebhookFaults, type NewWebhook, normalizeEventTypes, type UrlGuard } from './validate.ts'
import { secretPurpose, toWebhook, userOf, type Webhook, type WebhookRow } from './webhook.ts'

const webhooksPerOrganization = 100

/**
 * Creates a webhook. Bodies keep the shape of `apiVersion` for ever; by default it is the version of the API key. Only
 * this reply contains the signing secret.
 * Throws `validation_failed`, `too_many_webhooks`.
 */
export async function createWebhook(
  ctx: Context,
  input: NewWebhook,
  guard: UrlGuard,
): Promise<Webhook & { secret: string }> {
  requirePermission(ctx, 'webhooks:write')
  if (!input.destinationUrl) {
    throw invalid([fault(['destinationUrl'], 'required_destination')])
  }
  const faults = await findWebhookFaults(input, guard)
  const ofFilters = await findFilterFaults(ctx, input.filters)
  refuseFaults([...faults, ...findKeptFaults(ctx.vault, '', input.connection), ...ofFilters])
  const secret = newSecret()
  const webhook = await transaction(ctx, (inner) => insertWebhook(inner, input, secret))
  return { ...webhook, secret: formatSecret(secret) }
}

async function insertWebhook(ctx: Context, input: NewWebhook, secret: Buffer): Promise<Webhook> {
  // The lock keeps two creations at once from exceeding the limit.
  await lockUntilCommit(ctx.db, `webhooks ${ctx.organizationId}`)
  const id = newId(ctx.now.getTime())
  const values = {
    organization_id: ctx.organizationId,
    id,
    destination_url: input.destinationUrl,
    event_types: normalizeEventTypes(input.eventTypes),
    notification_emails: [...(input.notificationEmails ?? [])],
    service_status: input.serviceStatus ?? true,
    ...(input.serviceStatus === false ? { disabled_at: ctx.now, disabled_reason: 'user' as const } : {}),
    api_version: input.apiVersion ?? (ctx.actor.kind === 'api_key' ? ctx.actor.apiVersion : newestApiVersion),
    ...writePlain(input),
    secret: ctx.vault.seal(secretPurpose(id), secret),
    ...(input.asymmetric ? newSigningKey(ctx.vault, id) : {}),
    ...(input.connection ? { connection: sealConnection(ctx.vault, id, input.connection) } : {}),
    ...(input.filters ? { filters: storeFilters(input.filters) } : {}),
    created_by: userOf(ctx),
    updated_by: userOf(ctx),
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  const [row] = await runAudited(ctx, shapeInsert(ctx.db, values), ([made]) => {
    const { others, destination_url, event_types } = requireMade(made)
    if (others >= webhooksPerOrganization) throw tooMany()
    const data = { destinationUrl: destination_url, eventTypes: event_types }
    return { action: 'webhook.created', subject: { type: 'webhook', id }, data }
  })
  await askRecipients(ctx, input.notificationEmails)
  return toWebhook(requireMade(row))
}

function requireMade<T>(row: T | undefined): T {
  if (!row) throw new Error('The database returned no webhook.')
  return row
}

function tooMany(): DomainError {
  return new DomainError('conflict', 'too_many_webhooks', say('too_many_webhooks', { most: webhooksPerOrganization }))
}

// Inserts the webhook and its lane and counts the other webhooks, in one statement.
function shapeInsert(db: Handle, values: Insertable<Tables['webhooks']>): ShapedQuery<WebhookRow & { others: number }> {
  const build = () =>
    db
      .with('made', (make) => make.insertInto('webhooks').values(values).returningAll())
      .with('lane', (make) =>
        make
          .insertInto('webhook_lanes')
          .columns(['organization_id', 'webhook_id'])
          .expression((from) => from.selectFrom('made').select(['organization_id', 'id'])),
      )
      .selectFrom('made')
      .selectAll()
      .select(
        sql<number>`(select count(*) from webhooks where webhooks.organization_id = made.organization_id)`.as('others'),
      )
  return { owner: shapeInsert, shape: Object.keys(values).join(' '), values: Object.values(values), build }
}
