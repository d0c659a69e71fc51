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
      summary: 'Previews an agreement that you are writing. Nothing is stored.',
      description: agreementPreviews.about,
      tags: ['agreements'],
      requestBody: requestBody(agreementPreviews),
      responses: replyOf(agreementPreviews, 'The preview and its faults.'),
    },
  },
  [`/${bulkSendPreviews.type}`]: {
    post: {
      operationId: 'previewBulkSend',
      summary: 'Previews a bulk send. Nothing is stored.',
      description: bulkSendPreviews.about,
      tags: ['bulk-sends'],
      requestBody: requestBody(bulkSendPreviews),
      responses: replyOf(bulkSendPreviews, 'What it would become.'),
    },
  },
  [`/${webhookPreviews.type}`]: {
    post: {
      operationId: 'previewWebhookEvent',
      summary: 'Previews a delivery of a webhook. Nothing is sent or stored.',
      description: webhookPreviews.about,
      tags: ['webhooks'],
      requestBody: requestBody(webhookPreviews),
      responses: replyOf(webhookPreviews, 'What it would be sent.'),
    },
  },
  [`/${agreementPreviews.type}/pdf`]: {
    post: {
      operationId: 'previewAgreementDocument',
      summary: 'Previews the document of an agreement that you are writing, without signatures. Nothing is stored.',
      description: 'Each organization makes one preview at a time. A faulty agreement is 422.',
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
