import {
  apiKeyList,
  createApiKey,
  listApiKeys,
  maxAddresses,
  maxRequestsPerMinute,
  revokeApiKey,
  updateApiKey,
} from '../../../core/accounts/index.ts'
import { integer, text, texts, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

/** Keys of the REST dialect. Removing a key revokes it at once, and the list no longer shows it. */
export const apiKeys = defineResource({
  type: 'api-keys',
  idKind: 'api_key',
  about: 'Keys of the REST dialect. Only the reply to the creation shows the key itself. Delete a key to revoke it.',
  permissions: { read: 'api_keys:read', write: 'api_keys:write' },
  fields: apiKeyList.fields,
  attributes: {
    name: text('What the key is for.', { write: 'always', required: true }),
    hint: text('The last characters of the key.'),
    secret: text('The key itself. Only the reply to the creation has it.', { shownOnce: true }),
    roleName: text('The name of the role that the key has.', { of: 'role', write: 'always' }),
    apiVersion: text('The version of the REST dialect that the key is pinned to.', { write: 'create' }),
    requestsPerMinute: integer('How many requests a minute the key may make.', {
      write: 'always',
      range: [1, maxRequestsPerMinute],
    }),
    allowedAddresses: texts('The addresses and CIDR ranges that may use the key; empty allows all.', {
      write: 'always',
      maxItems: maxAddresses,
      max: 50,
    }),
    expiresAt: time('When the key stops working.', { write: 'always', nullable: true }),
    lastUsedAt: time('When the key was last used, to the minute.', { nullable: true }),
    lastUsedFrom: text('The address of its last request.', { nullable: true }),
    lastUsedVersion: text('The version of the REST dialect of its last request.', { nullable: true }),
    requestsLastHour: integer('How many requests the key made within the last hour.'),
    createdAt: time('When the key was made.'),
    updatedAt: time('When the key was last changed.'),
  },
  relationships: {
    role: toOne('roles', 'roleId', 'The role of the key; the same as roleName.', { write: 'always' }),
    creator: toOne('users', 'createdBy', 'Who made the key.', { nullable: true }),
    requests: toMany('api-requests', 'apiKeyId', 'The requests of the key in the last 24 hours.'),
  },
  list: (ctx, { filters = [], ...request }) =>
    listApiKeys(ctx, { ...request, filters: [...filters, { field: 'revokedAt', absent: true }] }),
  create: createApiKey,
  update: updateApiKey,
  remove: revokeApiKey,
})
