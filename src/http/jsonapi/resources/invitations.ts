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

/** The invitations of people to join. Removing one withdraws it. */
export const invitations = defineResource({
  type: 'invitations',
  idKind: 'invitation',
  about:
    'People who were invited to join your organization. Each gets a mail with a link of their own, and becomes a user by accepting. A new invitation of the same address ends the earlier one. Delete an invitation to take it back.',
  permissions: { read: 'users:read', write: 'users:write' },
  fields: invitationList.fields,
  looksThrough: { search: 'Finds the text, in any case, in the name or the address.' },
  attributes: {
    name: text('What you call the person until they choose their own name.', { write: 'create', required: true }),
    email: text('The address that gets the invitation.', { write: 'create', required: true, max: longestEmail }),
    status: word(invitationStatuses, 'Its state.'),
    expiresAt: time('When the invitation expires.'),
    acceptedAt: time('When the person became a member.', { nullable: true }),
    declinedAt: time('When the person declined.', { nullable: true }),
    createdAt: time('When it was sent.'),
    updatedAt: time('When it last changed.'),
  },
  relationships: {
    role: toOne('roles', 'roleId', 'The future role of the person; null once the person has answered.', {
      write: 'create',
      required: true,
      nullable: true,
    }),
    inviter: toOne('users', 'inviterId', 'The user who invited; null when no user did.', { nullable: true }),
    user: toOne('users', 'userId', 'The user who accepted the invitation.', { nullable: true }),
  },
  instead: { update: 'Invite the address again, which ends this invitation.' },
  list: listInvitations,
  create: async (ctx, { roleId, ...given }) => {
    if (roleId === null) throw invalid([fault(['roleId'], 'required_role')])
    return inviteMember(ctx, { ...given, roleId })
  },
  remove: revokeInvitation,
})
