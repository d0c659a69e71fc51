import { apiRequestList, listApiRequests } from '../../../core/accounts/index.ts'
import { integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** What keys of the REST dialect have asked. */
export const apiRequests = defineResource({
  type: 'api-requests',
  idKind: 'api_request',
  about:
    'What your API keys asked over REST in the last 24 hours: of each key the newest 1,000, without bodies and without values of queries. A request is here within seconds of its answer.',
  permissions: { read: 'api_keys:read' },
  fields: apiRequestList.fields,
  attributes: {
    method: text('The method.'),
    path: text('The pattern of the path, with names in place of ids.'),
    status: integer('The status of the answer.'),
    apiVersion: text('The version that it was served in.'),
    ipAddress: text('The address that it came from.', { nullable: true }),
    request: text('The id of the request, as in X-Request-Id of the answer and in the log of the server.', {
      of: 'requestId',
    }),
    occurredAt: time('When it was answered.'),
  },
  relationships: { apiKey: toOne('api-keys', 'apiKeyId', 'The key that it came by.') },
  instead: { create: 'Use the key.', update: 'What was asked stays.', remove: 'They go by themselves after 24 hours.' },
  list: listApiRequests,
})
