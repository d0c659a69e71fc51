import { jsonApiType } from '../media-types.ts'
import { agreementPreviews } from '../previews/resource.ts'
import { failures } from './operations.ts'
import { schemaName } from './schemas.ts'

const name = schemaName(agreementPreviews)
const refused = Object.fromEntries(
  Object.entries(failures).map(([status, failure]) => [status, { $ref: `#/components/responses/${failure}` }]),
)
const requestBody = {
  required: true,
  content: {
    [jsonApiType]: {
      schema: {
        type: 'object',
        required: ['data'],
        properties: { data: { $ref: `#/components/schemas/New${name}` } },
      },
    },
  },
}

/** The paths of previews, which are not kept. */
export const previewPaths = {
  [`/${agreementPreviews.type}`]: {
    post: {
      operationId: 'previewAgreement',
      summary: 'Shows an agreement that is being written. Nothing is kept.',
      description: agreementPreviews.about,
      tags: ['agreements'],
      requestBody,
      responses: {
        200: {
          description: 'How it looks, and what is wrong with it.',
          content: { [jsonApiType]: { schema: { $ref: `#/components/schemas/${name}Document` } } },
        },
        ...refused,
      },
    },
  },
  [`/${agreementPreviews.type}/pdf`]: {
    post: {
      operationId: 'previewAgreementDocument',
      summary: 'The document of an agreement that is being written, unsigned. Nothing is kept.',
      description: 'One at a time for each organization. What is wrong with the agreement is 422.',
      tags: ['agreements'],
      requestBody,
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
