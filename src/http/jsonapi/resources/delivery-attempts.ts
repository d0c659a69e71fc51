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
  about: 'Single HTTP requests that delivered an event, or tried to.',
  permissions: { read: 'webhooks:read' },
  fields: attemptList.fields,
  attributes: {
    number: integer('The number of the attempt, from 1.'),
    outcome: text('delivered, or the word for what went wrong.'),
    httpStatus: integer('What the receiver answered.', { nullable: true }),
    error: text('What went wrong, for people.', { nullable: true }),
    errorSentence: json(shownReason, 'The same, to be said in another language.', { nullable: true }),
    responseExcerpt: text('The body of the answer, cut at 16 KiB.', { nullable: true }),
    answerHeaders: json(headers, 'The headers of the answer, cut at 2,048 letters.', { nullable: true }),
    requestHeaders: json(headers, 'The headers that were sent; values of your own are hidden.', { nullable: true }),
    requestBody: text('The body that was sent; null when it is kept no more.', { nullable: true }),
    startedAt: time('When it began.'),
    durationMs: integer('How long it took, in milliseconds.'),
  },
  relationships: {
    webhookEvent: toOne('webhook-events', 'deliveryId', 'The delivery that it was made for.'),
    webhook: toOne('webhooks', 'webhookId', 'Where to.'),
  },
  instead: {
    create: 'Create a redelivery to have one made.',
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
