import type { EventType } from '../../../core/events.ts'
import type { Version } from '../versions/index.ts'
import { describedEvents, eventBodySchema } from '../webhooks/event-body-schema.ts'
import { typeName } from './names.ts'

const header = (name: string, description: string, example: string, required = true) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example,
})

const headers = [
  header(
    'webhook-id',
    'Id of the event, the same in every attempt. Skip ids that you have seen.',
    'evt_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  ),
  header('webhook-timestamp', 'When this attempt was signed, in unix seconds.', '1767225600'),
  header('webhook-signature', 'Signatures of the body, separated by spaces (Standard Webhooks).', 'v1,K5oZfzN95Z…'),
  header(
    'webhook-endpoint-id',
    'Id of the sending webhook. Several webhooks may have the same URL.',
    'wb_b6924c66ae114fada7d351388b06c6a4',
  ),
  header('webhook-sequence', 'Number of the event at this webhook, from 1 and without gaps.', '42'),
  header('webhook-test', '`true` in an event that was made up to try a receiver; left out otherwise.', 'true', false),
]

/** The requests to webhooks: one entry for each event type (OpenAPI 3.1 `webhooks`). */
export function describeWebhooks(): Record<string, object> {
  return Object.fromEntries(describedEvents.map((type) => [type, { post: describe(type) }]))
}

/** The schemas of the bodies, by the names that `describeWebhooks` refers to. */
export function eventBodySchemas(version: Version): Record<string, object> {
  return Object.fromEntries(describedEvents.map((type) => [bodyName(type), eventBodySchema(type, version)]))
}

function describe(type: EventType): object {
  return {
    operationId: `receive_${type.replaceAll('.', '_')}`,
    tags: ['Webhooks'],
    summary: `Event ${type}`,
    description: 'Answer with any 2xx within 15 seconds. Sealane tries again for days after any other outcome.',
    parameters: headers,
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${bodyName(type)}` } } },
    },
    responses: { '2XX': { description: 'The event was taken.' }, '4XX': { description: 'It is tried again later.' } },
  }
}

/** The name of the schema of an event's body. */
export const bodyName = (type: string) => `${typeName(type.replaceAll('.', '_'))}Event`
