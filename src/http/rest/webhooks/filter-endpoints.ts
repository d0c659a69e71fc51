import { Type } from 'typebox'
import type { Fault } from '../../../core/errors.ts'
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
import { both, givenAs, type Members, moment, presenter, publicId, replyMembers, request } from '../member-table.ts'
import { object } from '../members.ts'
import { namingFaults } from '../rule-faults.ts'
import { presentIn } from '../versions/index.ts'

const tag = 'Webhooks'
const path = '/webhooks/{webhook_id}/filters'
const params = { webhook_id: 'wb_b6924c66ae114fada7d351388b06c6a4' }

const ids = (description: string) =>
  Type.Array(Type.String({ maxLength: 100 }), { maxItems: maxFilteredIds, description })
const agreementIds = ids('Only events of these agreements; empty for all.')
const agreementLinkIds = ids('Only events of these agreement links; empty for all.')
const metadata = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string', maxLength: maxFilteredValue },
  propertyNames: { type: 'string', maxLength: maxFilteredName },
  maxProperties: maxFilteredPairs,
  description: 'Only events whose metadata has all of these, compared as texts; empty for all.',
})

/** The source of the shown members: the webhook, with a value for each filter. */
type Source = Required<WebhookFilters> & Pick<Webhook, 'id' | 'updatedAt'>

const members = {
  id: publicId('webhook', 'Id of the webhook.', { wire: 'webhook_id', example: params.webhook_id }),
  agreementIds: both(agreementIds),
  agreementLinkIds: both(agreementLinkIds),
  metadata: both(metadata),
  updatedAt: moment('When the webhook was last changed.'),
} satisfies Members<Source>
const presentFilters = presenter<Source>(members)
const given = request(members)

function present({ id, updatedAt, filters }: Webhook): Record<string, unknown> {
  return presentFilters({ id, updatedAt, agreementIds: [], agreementLinkIds: [], metadata: {}, ...filters })
}

const filtersBody = object(
  given.members,
  'The filters of the webhook. A member that you leave out filters nothing. An empty object removes all filters.',
)

/** The filters of a webhook, as a member of a request. */
export const filtersMember = givenAs(
  Type.Unsafe<object | null>({ ...filtersBody, type: ['object', 'null'] }),
  (filters): WebhookFilters | null => filters && given.read(filters),
)

export const filterResources = {
  webhook_filters: object(replyMembers(members), 'The filters of a webhook, in addition to its event types.'),
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
      'The filters take effect with the next event and replace the earlier filters. Test events and events about webhooks are not filtered. You can send the same members as `filters` when you create or update a webhook.',
    params,
    body: filtersBody,
    reply: { kind: 'one', resource: 'webhook_filters' },
    errors: [4102, 5004],
    heedsIfMatch: true,
    async handle({ ctx, params, body, deps, version, ifMatch }) {
      const id = readId('webhook', params.webhook_id)
      const allow = (current: Webhook) => requireMatch(ifMatch, presentIn(version, 'webhook_filters', present(current)))
      const filters = given.read(body)
      return namingFaults(inBody, async () =>
        present(await updateWebhook(ctx, id, { filters }, deps.judgeDestination, allow)),
      )
    },
  }),
]

// Core calls the whole body `filters`.
function inBody(fault: Fault): Fault {
  return { ...fault, path: fault.path.slice(1) }
}
