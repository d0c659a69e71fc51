import {
  invitationList,
  invitationStatuses,
  inviteMember,
  listInvitations,
  revokeInvitation,
} from '../../../core/accounts/index.ts'
import { longestEmail } from '../../../core/email.ts'
import { fault, invalid } from '../../../core/errors.ts'
import { text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** People who were asked to join. Removing one takes it back. */
export const invitations = defineResource({
  type: 'invitations',
  idKind: 'invitation',
  about:
    'People who were asked to join your organization. Each gets a mail with a link that nobody else gets, and becomes a user by accepting. Inviting an address again ends the earlier invitation; deleting one takes it back.',
  permissions: { read: 'users:read', write: 'users:write' },
  fields: invitationList.fields,
  looksThrough: { search: 'The text is contained, whatever its case, in the name or the address.' },
  attributes: {
    name: text('What you call the person until they choose their own name.', { write: 'create', required: true }),
    email: text('Where the invitation is sent.', { write: 'create', required: true, max: longestEmail }),
    status: word(invitationStatuses, 'Its state.'),
    expiresAt: time('When it can no longer be accepted.'),
    acceptedAt: time('When the person became a member.', { nullable: true }),
    declinedAt: time('When the person declined.', { nullable: true }),
    createdAt: time('When it was sent.'),
    updatedAt: time('When it last changed.'),
  },
  relationships: {
    role: toOne('roles', 'roleId', 'The role that the person will have; none once they have answered.', {
      write: 'create',
      required: true,
      nullable: true,
    }),
    inviter: toOne('users', 'inviterId', 'Who invited, if a person.', { nullable: true }),
    user: toOne('users', 'userId', 'Who accepted.', { nullable: true }),
  },
  instead: { update: 'Invite the address again, which ends this one.' },
  list: listInvitations,
  create: async (ctx, { roleId, ...given }) => {
    if (roleId === null) throw invalid([fault(['roleId'], 'required_role')])
    return inviteMember(ctx, { ...given, roleId })
  },
  remove: revokeInvitation,
})
