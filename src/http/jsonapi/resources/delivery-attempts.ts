import { attemptList, listAttempts, withRequests } from '../../../core/webhooks/index.ts'
import { sayAttempt } from '../../../texts/index.ts'
import { mapOfTexts } from '../../maps.ts'
import { integer, json, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { attemptIds } from '../ids.ts'
import { toOne } from '../resource.ts'
import { shownReason, showReason } from '../sentences.ts'

const headers = mapOfTexts()

/** Single HTTP requests of deliveries. */
export const deliveryAttempts = defineResource({
  type: 'delivery-attempts',
  idKind: 'attempt',
  ids: attemptIds,
  about: 'Single HTTP requests that delivered an event or failed to.',
  permissions: { read: 'webhooks:read' },
  fields: attemptList.fields,
  attributes: {
    number: integer('The number of the attempt, from 1.'),
    outcome: text('delivered, or the word for what went wrong.'),
    httpStatus: integer('The status of the answer.', { nullable: true }),
    error: text('Why the attempt failed, as a sentence.', { nullable: true }),
    errorSentence: json(shownReason, 'The same as a code with values, for a translation.', { nullable: true }),
    responseExcerpt: text('The body of the answer, cut at 16 KiB.', { nullable: true }),
    answerHeaders: json(headers, 'The headers of the answer, cut at 2,048 letters.', { nullable: true }),
    requestHeaders: json(headers, 'The headers of the request. The values of your own headers are hidden.', {
      nullable: true,
    }),
    requestBody: text('The body of the request; null when it is no longer stored.', { nullable: true }),
    startedAt: time('When it began.'),
    durationMs: integer('The duration of the request, in milliseconds.'),
  },
  relationships: {
    webhookEvent: toOne('webhook-events', 'deliveryId', 'The delivery of the attempt.'),
    webhook: toOne('webhooks', 'webhookId', 'The webhook of the delivery.'),
  },
  instead: {
    create: 'Create a redelivery to make another attempt.',
    update: 'What was sent stays.',
    remove: 'What was sent stays.',
  },
  list: async (ctx, request) => {
    const page = await listAttempts(ctx, request)
    const items = await withRequests(ctx, page.items)
    const say = ({ error, ...attempt }: (typeof items)[number]) => ({
      ...attempt,
      error: error && sayAttempt(error),
      errorSentence: showReason(error),
    })
    return { ...page, items: items.map(say) }
  },
})
