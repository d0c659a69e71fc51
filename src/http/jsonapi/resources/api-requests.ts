import { apiRequestList, listApiRequests } from '../../../core/accounts/index.ts'
import { integer, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The requests of keys of the REST dialect. */
export const apiRequests = defineResource({
  type: 'api-requests',
  idKind: 'api_request',
  about:
    'REST requests of your API keys in the last 24 hours: the newest 1,000 of each key, without bodies and without values of queries. A request appears within seconds of its answer.',
  permissions: { read: 'api_keys:read' },
  fields: apiRequestList.fields,
  attributes: {
    method: text('The method.'),
    path: text('The pattern of the path, with names instead of ids.'),
    status: integer('The status of the answer.'),
    apiVersion: text('The version of the REST dialect of the answer.'),
    ipAddress: text('The IP address of the caller.', { nullable: true }),
    request: text('The id of the request, as in X-Request-Id of the answer and in the log of the server.', {
      of: 'requestId',
    }),
    occurredAt: time('When it was answered.'),
  },
  relationships: { apiKey: toOne('api-keys', 'apiKeyId', 'The key that it came by.') },
  instead: {
    create: 'Use the key.',
    update: 'What was asked stays.',
    remove: 'The server removes requests after 24 hours.',
  },
  list: listApiRequests,
})
