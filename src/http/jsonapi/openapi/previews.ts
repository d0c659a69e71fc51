import { jsonApiType } from '../media-types.ts'
import { bulkSendPreviews } from '../previews/bulk-send-resource.ts'
import { agreementPreviews } from '../previews/resource.ts'
import { webhookPreviews } from '../previews/webhook-resource.ts'
import type { Resource } from '../resource.ts'
import { failures } from './operations.ts'
import { schemaName } from './schemas.ts'

const refused = Object.fromEntries(
  Object.entries(failures).map(([status, failure]) => [status, { $ref: `#/components/responses/${failure}` }]),
)
const requestBody = (resource: Resource) => ({
  required: true,
  content: {
    [jsonApiType]: {
      schema: {
        type: 'object',
        required: ['data'],
        properties: { data: { $ref: `#/components/schemas/New${schemaName(resource)}` } },
      },
    },
  },
})
const replyOf = (resource: Resource, description: string) => ({
  200: {
    description,
    content: { [jsonApiType]: { schema: { $ref: `#/components/schemas/${schemaName(resource)}Document` } } },
  },
  ...refused,
})

/** The paths of previews, which are not kept. */
export const previewPaths = {
  [`/${agreementPreviews.type}`]: {
    post: {
      operationId: 'previewAgreement',
      summary: 'Shows an agreement that is being written. Nothing is kept.',
      description: agreementPreviews.about,
      tags: ['agreements'],
      requestBody: requestBody(agreementPreviews),
      responses: replyOf(agreementPreviews, 'How it looks, and what is wrong with it.'),
    },
  },
  [`/${bulkSendPreviews.type}`]: {
    post: {
      operationId: 'previewBulkSend',
      summary: 'What a file of people would become. Nothing is kept.',
      description: bulkSendPreviews.about,
      tags: ['bulk-sends'],
      requestBody: requestBody(bulkSendPreviews),
      responses: replyOf(bulkSendPreviews, 'What it would become.'),
    },
  },
  [`/${webhookPreviews.type}`]: {
    post: {
      operationId: 'previewWebhookEvent',
      summary: 'What a webhook would be sent. Nothing is sent or kept.',
      description: webhookPreviews.about,
      tags: ['webhooks'],
      requestBody: requestBody(webhookPreviews),
      responses: replyOf(webhookPreviews, 'What it would be sent.'),
    },
  },
  [`/${agreementPreviews.type}/pdf`]: {
    post: {
      operationId: 'previewAgreementDocument',
      summary: 'The document of an agreement that is being written, unsigned. Nothing is kept.',
      description: 'One at a time for each organization. What is wrong with the agreement is 422.',
      tags: ['agreements'],
      requestBody: requestBody(agreementPreviews),
      responses: {
        200: {
          description: 'The document.',
          content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
        },
        ...refused,
      },
    },
  },
}
