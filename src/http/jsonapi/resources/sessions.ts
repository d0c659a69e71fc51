import { listSessions, revokeSession, sessionList } from '../../../core/accounts/index.ts'
import { boolean, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The browsers in which the asking user is signed in. */
export const sessions = defineResource({
  type: 'sessions',
  idKind: 'session',
  about: 'The browsers in which you are signed in. Delete a session to sign its browser out at once.',
  permissions: { read: 'organization:read', write: 'organization:read' },
  fields: sessionList.fields,
  attributes: {
    isCurrent: boolean('Whether this request uses the session.'),
    ipAddress: text('Where it was begun from.', { nullable: true }),
    userAgent: text('The browser in which the session began.', { nullable: true }),
    expiresAt: time('When the session ends if it is not used before.'),
    createdAt: time('When the person signed in.'),
    updatedAt: time('When the session was last used, to the minute.'),
  },
  relationships: { user: toOne('users', 'userId', 'Who is signed in.') },
  instead: { create: 'Sign in on the page /sign-in.', update: 'A session can only be ended.' },
  list: listSessions,
  remove: revokeSession,
})
