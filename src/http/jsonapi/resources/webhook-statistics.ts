import { Type } from 'typebox'
import {
  listWebhookStatistics,
  type WebhookCause,
  webhookSpans,
  webhookStatisticsList,
} from '../../../core/statistics/index.ts'
import { sayAttempt } from '../../../texts/index.ts'
import { integer, json, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { webhookSpanIds } from '../ids.ts'
import { toOne } from '../resource.ts'
import { shownReason, showReason } from '../sentences.ts'

const spans = webhookSpans.map(({ id }) => id)
const orNull = Type.Union([Type.Integer(), Type.Null()])
const stretch = Type.Object({
  since: Type.String({ format: 'date-time' }),
  attempts: Type.Integer(),
  sampled: Type.Integer({ description: 'How many attempts the other numbers count.' }),
  delivered: Type.Integer(),
  failed: Type.Integer(),
  medianMs: orNull,
  p90Ms: orNull,
})
const cause = Type.Object({
  outcome: Type.String(),
  httpStatus: orNull,
  attempts: Type.Integer(),
  lastError: Type.Union([Type.String(), Type.Null()]),
  lastErrorSentence: Type.Union([shownReason, Type.Null()]),
})

/** The statistics of deliveries to webhooks. */
export const webhookStatistics = defineResource({
  type: 'webhook-statistics',
  idKind: 'webhook_statistics',
  ids: webhookSpanIds(spans),
  about:
    'Attempts of each webhook, by the time of their events: a day by hours, a week by six hours, a month by days. The id is the webhook and the span.',
  permissions: { read: 'webhooks:read' },
  fields: webhookStatisticsList.fields,
  attributes: {
    span: word(spans, 'How far back.'),
    attempts: integer('How many attempts Sealane made.'),
    delivered: integer('How many of the examined attempts got a 2xx.'),
    failed: integer('How many of the examined attempts failed.'),
    stretches: json(
      Type.Array(stretch),
      'The same by stretches of time, oldest first, with the duration of requests. Of very many attempts, only the newest are examined.',
    ),
    causes: json(Type.Array(cause), 'The causes of failures, the most frequent first.'),
  },
  relationships: { webhook: toOne('webhooks', 'webhookId', 'The webhook of the deliveries.') },
  instead: { create: 'The server counts.', update: 'The server counts.', remove: 'The server counts.' },
  list: async (ctx, request) => {
    const page = await listWebhookStatistics(ctx, request)
    const say = (cause: WebhookCause) => ({
      ...cause,
      lastError: cause.lastError && sayAttempt(cause.lastError),
      lastErrorSentence: showReason(cause.lastError),
    })
    return { ...page, items: page.items.map((item) => ({ ...item, causes: item.causes.map(say) })) }
  },
})
