import { type Static, Type } from 'typebox'
import { invitationStatuses } from '../../../core/accounts/index.ts'
import { object, text, textOrNull, textsOrNull, time, timeOrNull, word } from '../members.ts'

const invitation = object(
  {
    invitation_id: text('Id of the invitation.', 'inv_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    name: text('Name that the organization calls the person by until they choose their own.', 'Sam'),
    email: text('Address that the invitation was sent to.', 'sam@example.com'),
    role: textOrNull('Role that the person will have; null once they have answered.'),
    status: word(invitationStatuses, 'How the invitation stands.'),
    invited_by: textOrNull('User id of who invited; null when an API key did.'),
    user_id: textOrNull('User id of who accepted.'),
    expires_at: time('When it can no longer be accepted.'),
    accepted_at: timeOrNull('When the person became a member.'),
    declined_at: timeOrNull('When the person said no.'),
    created_at: time('When it was sent.'),
    updated_at: time('When it last changed.'),
  },
  'A person who was asked to join the organization.',
)

const invitationRevoked = object(
  { invitation_id: Type.String({ description: 'Id of the invitation.' }), revoked_at: time('When it was taken back.') },
  'What is left of an invitation that was taken back.',
)

/** The members of an organization that its own people set. */
export const organizationMembers = {
  name: Type.String({ maxLength: 200, description: 'Name that people see.', examples: ['Acme'] }),
  document_retention_days: Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()], {
    description:
      'For how many days finished documents are kept, unless their agreement says otherwise; null keeps them.',
  }),
  tracking_parameters: textsOrNull(
    200,
    'Parameters of links that only follow people around, and are not kept as metadata; a star at the end stands for any end. Null is the list that comes with the server.',
    ['utm_*', 'promo_id'],
  ),
}

const organization = object(
  {
    organization_id: text('Id of the organization.', 'ORG-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    slug: text('Sub-domain of the organization.', 'acme'),
    ...organizationMembers,
    created_at: time('When it was made.'),
    updated_at: time('When it last changed.'),
  },
  'The organization that a key belongs to.',
)

export type OrganizationWire = Static<typeof organization>

export type InvitationWire = Static<typeof invitation>

export const accountResources = { invitation, invitation_revoked: invitationRevoked, organization }
