import {
  apiCredentialList,
  createApiCredential,
  listApiCredentials,
  revokeApiCredential,
  updateApiCredential,
} from '../../../core/accounts/index.ts'
import { text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The access tokens of the asking user alone. Removing a token revokes it at once. */
export const apiCredentials = defineResource({
  type: 'api-credentials',
  idKind: 'api_credential',
  about:
    'Your own access tokens of this API. Only the reply to the creation shows the token. Delete a token to revoke it.',
  permissions: { read: 'api_credentials:read', write: 'api_credentials:write' },
  fields: apiCredentialList.fields,
  attributes: {
    name: text('What the token is for.', { write: 'always', required: true }),
    hint: text('The last characters of the token.'),
    token: text('The token itself. Only the reply to the creation has it.', { shownOnce: true }),
    expiresAt: time('When the token stops working.', { write: 'always', nullable: true }),
    lastUsedAt: time('When the token was last used, to the minute.', { nullable: true }),
    createdAt: time('When the token was made.'),
    updatedAt: time('When the token was last changed.'),
  },
  relationships: { user: toOne('users', 'userId', 'The user that the token acts as.') },
  list: (ctx, { filters = [], ...request }) =>
    listApiCredentials(ctx, { ...request, filters: [...filters, { field: 'revokedAt', absent: true }] }),
  create: createApiCredential,
  update: updateApiCredential,
  remove: revokeApiCredential,
})
