import { listSessions, revokeSession, sessionList } from '../../../core/accounts/index.ts'
import { boolean, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The browsers in which the user who asks is signed in, and nobody else's. */
export const sessions = defineResource({
  type: 'sessions',
  idKind: 'session',
  about: 'The browsers in which you are signed in. Deleting one signs it out at once.',
  permissions: { read: 'organization:read', write: 'organization:read' },
  fields: sessionList.fields,
  attributes: {
    isCurrent: boolean('Whether this request came by it.'),
    ipAddress: text('Where it was begun from.', { nullable: true }),
    userAgent: text('The browser in which it was begun.', { nullable: true }),
    expiresAt: time('When it ends unless it is used before.'),
    createdAt: time('When the person signed in.'),
    updatedAt: time('When it was last used, to the minute.'),
  },
  relationships: { user: toOne('users', 'userId', 'Who is signed in.') },
  instead: { create: 'People sign in on the page /sign-in.', update: 'A session can only be ended.' },
  list: listSessions,
  remove: revokeSession,
})
