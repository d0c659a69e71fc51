import { Type } from 'typebox'
import type { Fault } from '../../../core/errors.ts'
import { formatId } from '../../../core/ids.ts'
import {
  getWebhook,
  maxFilteredIds,
  maxFilteredName,
  maxFilteredPairs,
  maxFilteredValue,
  updateWebhook,
  type Webhook,
  type WebhookFilters,
} from '../../../core/webhooks/index.ts'
import { requireMatch } from '../conditional.ts'
import { defineEndpoint, readId } from '../endpoint.ts'
import { object, text, time } from '../members.ts'
import { namingFaults } from '../rule-faults.ts'
import { presentIn } from '../versions/index.ts'

const tag = 'Webhooks'
const path = '/webhooks/{webhook_id}/filters'
const params = { webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4' }

const ids = (description: string) =>
  Type.Array(Type.String({ maxLength: 100 }), { maxItems: maxFilteredIds, description })
const members = {
  agreement_ids: ids('Only events of these agreements; empty for all.'),
  agreement_link_ids: ids('Only events of these agreement links; empty for all.'),
  metadata: Type.Unsafe<Record<string, string>>({
    type: 'object',
    additionalProperties: { type: 'string', maxLength: maxFilteredValue },
    propertyNames: { type: 'string', maxLength: maxFilteredName },
    maxProperties: maxFilteredPairs,
    description: 'Only events whose metadata has all of these, compared as texts; empty for all.',
  }),
}

/** What a webhook is narrowed to, in a request: what is left out narrows nothing. */
export const filtersBody = object(
  {
    agreement_ids: Type.Optional(members.agreement_ids),
    agreement_link_ids: Type.Optional(members.agreement_link_ids),
    metadata: Type.Optional(members.metadata),
  },
  'What the webhook is narrowed to. What is left out narrows nothing; an empty object takes all filters away.',
)

const filtersResource = object(
  {
    webhook_id: text('Id of the webhook.', params.webhook_id),
    ...members,
    updated_at: time('When the webhook was last changed.'),
  },
  'What a webhook is narrowed to, beside its event types.',
)

export const filterResources = { webhook_filters: filtersResource }

/** The filters of a body in the words of core. */
export function readFilters(body: {
  agreement_ids?: string[]
  agreement_link_ids?: string[]
  metadata?: Record<string, string>
}): WebhookFilters {
  return {
    ...(body.agreement_ids && { agreementIds: body.agreement_ids }),
    ...(body.agreement_link_ids && { agreementLinkIds: body.agreement_link_ids }),
    ...(body.metadata && { metadata: body.metadata }),
  }
}

export const filterEndpoints = [
  defineEndpoint({
    id: 'getWebhookFilters',
    tag,
    method: 'GET',
    path,
    since: '2.2',
    summary: 'Get the filters of a webhook',
    params,
    reply: { kind: 'one', resource: 'webhook_filters' },
    errors: [4102],
    handle: async ({ ctx, params }) => present(await getWebhook(ctx, readId('webhook', params.webhook_id))),
  }),
  defineEndpoint({
    id: 'updateWebhookFilters',
    tag,
    method: 'PUT',
    path,
    since: '2.2',
    summary: 'Set the filters of a webhook',
    description:
      'They hold from the next event on, and take the place of those before. Test events and events about webhooks are not narrowed. The same members are taken as `filters` when a webhook is created or updated.',
    params,
    body: filtersBody,
    reply: { kind: 'one', resource: 'webhook_filters' },
    errors: [4102, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, body, deps, version, ifMatch }) {
      const id = readId('webhook', params.webhook_id)
      const allow = (current: Webhook) => requireMatch(ifMatch, presentIn(version, 'webhook_filters', present(current)))
      const filters = readFilters(body)
      return namingFaults(inBody, async () =>
        present(await updateWebhook(ctx, id, { filters }, deps.judgeDestination, allow)),
      )
    },
  }),
]

// The body is what core calls `filters`.
function inBody(fault: Fault): Fault {
  return { ...fault, path: fault.path.slice(1) }
}

function present({ id, filters, updatedAt }: Webhook) {
  return {
    webhook_id: formatId('webhook', id),
    agreement_ids: filters?.agreementIds ?? [],
    agreement_link_ids: filters?.agreementLinkIds ?? [],
    metadata: filters?.metadata ?? {},
    updated_at: updatedAt.getTime(),
  }
}
