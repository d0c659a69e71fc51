import { Type } from 'typebox'
import { type Invitation, invitationStatuses } from '../../../core/accounts/index.ts'
import { longestEmail } from '../../../core/email.ts'
import type { Id } from '../../../core/ids.ts'
import {
  given,
  join,
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  publicIdOrNull,
  replyMembers,
  request,
  shown,
} from '../member-table.ts'
import { object, text, textOrNull, word } from '../members.ts'

const members = {
  id: publicId('invitation', 'Id of the invitation.', {
    wire: 'invitation_id',
    example: 'inv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  name: join(
    given(Type.String({ maxLength: 200, description: 'What you call the person until they choose their own name.' })),
    shown(text('Name that the organization calls the person by until they choose their own.', 'Sam')),
  ),
  email: join(
    given(
      Type.String({
        maxLength: longestEmail,
        description: 'The address that gets the invitation.',
        examples: ['sam@example.com'],
      }),
    ),
    shown(text('Address that the invitation was sent to.', 'sam@example.com')),
  ),
  role: join(
    given(
      Type.String({ maxLength: 63, description: 'The name of the future role of the person.', examples: ['member'] }),
    ),
    shown(textOrNull('The future role of the person; null once the person has answered.')),
  ),
  status: shown(word(invitationStatuses, 'The status of the invitation.')),
  inviterId: publicIdOrNull('user', 'The id of the user who invited; null when an API key did.', {
    wire: 'invited_by',
  }),
  userId: publicIdOrNull('user', 'User id of who accepted.'),
  expiresAt: moment('When the invitation expires.'),
  acceptedAt: momentOrNull('When the person became a member.'),
  declinedAt: momentOrNull('When the person declined.'),
  createdAt: moment('When it was sent.'),
  updatedAt: moment('When it last changed.'),
} satisfies Members<Invitation>

type Revoked = { id: Id; revokedAt: Date }

const revokedMembers = {
  id: publicId('invitation', 'Id of the invitation.', { wire: 'invitation_id' }),
  revokedAt: moment('When it was taken back.'),
} satisfies Members<Revoked>

/** The members of an invitation. */
export const newInvitation = request(members, ['name', 'email', 'role'])

export const invitationResources = {
  invitation: object(replyMembers(members), 'A person who was invited to join the organization.'),
  invitation_revoked: object(replyMembers(revokedMembers), 'An invitation that was taken back.'),
}

export const presentInvitation = presenter<Invitation>(members)
export const presentRevoked = presenter<Revoked>(revokedMembers)
